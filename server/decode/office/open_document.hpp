#pragma once

#include "decode/office/package.hpp"

namespace decode::office {

// OpenDocument encrypts its parts one by one, inside a ZIP that says nothing of it. Throws Refused: locked.
void refuse_locked(Package& package);

}  // namespace decode::office

#pragma once

#include "circles/method/catalogue.hpp"
#include "http/page.hpp"

namespace circles {

// The same reply as the API gives, readable before any script runs.
http::Page method_page(const MethodReply& method, base::Language language);

}  // namespace circles

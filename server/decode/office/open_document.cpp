#include "decode/office/open_document.hpp"

#include "decode/office/part.hpp"

namespace decode::office {

void refuse_locked(Package& package) {
    Facts facts([](std::string_view name, const std::string&) {
        if (name == "manifest:encryption-data") throw Refused(Fault::locked, "its parts are encrypted");
    });
    read_part(package, "META-INF/manifest.xml", facts);
}

}  // namespace decode::office

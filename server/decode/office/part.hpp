#pragma once

#include <string_view>

#include "decode/fault.hpp"
#include "decode/office/package.hpp"
#include "decode/office/xml.hpp"

namespace decode::office {

// False if the package has no such part.
inline bool read_part(Package& package, std::string_view name, Listener& listener) {
    Xml xml(listener);
    if (!package.read(name, [&](std::string_view bytes) { xml.feed(bytes); })) return false;
    xml.finish();
    return true;
}

inline void read_needed_part(Package& package, std::string_view name, Listener& listener) {
    if (!read_part(package, name, listener)) throw Refused(Fault::broken, "has no " + std::string(name));
}

// The text of a few elements that stand alone, such as a title among a paper's properties.
template <class F>
class Facts final : public Listener {
  public:
    explicit Facts(F take) : take_(std::move(take)) {}
    void open(std::string_view, const Attributes&) override { text_.clear(); }
    void close(std::string_view name) override { take_(name, std::exchange(text_, {})); }
    void say(std::string_view text) override { text_ += text; }

  private:
    F take_;
    std::string text_;
};

}  // namespace decode::office

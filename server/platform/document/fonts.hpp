#pragma once

#include <pango/pangocairo.h>

#include <memory>
#include <optional>
#include <string>

#include "document/document.hpp"

// The fonts that papers are set in, by name: a family that is not there would be replaced by another without a word.
namespace document {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Held = std::unique_ptr<T, Unref>;

// One library of fonts, for one thread at a time: what it has loaded stays loaded.
class Fonts {
  public:
    Fonts();

    PangoFontMap* map() const { return map_.get(); }
    // TH Sarabun where the office has installed it, else what comes with us; nothing if not even that is there.
    const std::optional<std::string>& found() const { return found_; }
    // Throws std::runtime_error if there is none.
    const std::string& family() const;

  private:
    Held<PangoFontMap> map_;
    std::optional<std::string> found_;
};

}  // namespace document

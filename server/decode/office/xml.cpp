#include "decode/office/xml.hpp"

#include <expat.h>
#include <algorithm>
#include <charconv>
#include <exception>

#include "decode/fault.hpp"

namespace decode::office {
namespace {

constexpr int deepest = 256;
constexpr char between = '\n';  // of a namespace and a name: stands in no name

struct Space {
    std::string_view address, prefix;
};
// ISO 29500 transitional and strict, OpenDocument 1.x, and what both tell of themselves.
constexpr Space spaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w:"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w:"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m:"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc:"},
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", "x:"},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", "x:"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r:"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r:"},
    {"http://schemas.openxmlformats.org/package/2006/relationships", "rel:"},
    {"http://purl.org/dc/elements/1.1/", "dc:"},
    {"http://purl.org/dc/terms/", "dcterms:"},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office:"},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text:"},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table:"},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style:"},
    {"urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "meta:"},
    {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest:"},
};

// Whether `told`, "address\nname" as expat gives it or a bare name, is what `name`, "w:p" or "p", means.
bool is_called(std::string_view told, std::string_view name) {
    const auto end = told.find(between);
    if (end == std::string_view::npos) return told == name;
    const auto address = told.substr(0, end), local = told.substr(end + 1);
    const auto colon = name.find(':');
    if (colon == std::string_view::npos || name.substr(colon + 1) != local) return false;
    return std::ranges::any_of(spaces, [&](const Space& one) { return one.prefix == name.substr(0, colon + 1) && one.address == address; });
}

std::string short_name(std::string_view told) {
    const auto end = told.find(between);
    if (end == std::string_view::npos) return std::string(told);
    const auto address = told.substr(0, end);
    const auto* const known = std::ranges::find(spaces, address, &Space::address);
    return std::string(known == std::end(spaces) ? "?:" : known->prefix).append(told.substr(end + 1));
}

}  // namespace

std::optional<std::string_view> Attributes::find(std::string_view name) const {
    for (const auto* pair = pairs_; *pair != nullptr; pair += 2)
        if (is_called(pair[0], name)) return pair[1];
    return {};
}

int Attributes::number(std::string_view name, int otherwise) const {
    const auto text = get(name);
    int value = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), value);
    return error == std::errc() && end == text.end() ? value : otherwise;
}

// Nothing is thrown through expat, which is C: an exception waits here until expat has come back.
class Xml::Parser {
  public:
    explicit Parser(Listener& listener) : listener_(listener), expat_(XML_ParserCreateNS(nullptr, between), XML_ParserFree) {
        if (!expat_) throw std::bad_alloc();
        XML_SetUserData(expat_.get(), this);
        XML_SetElementHandler(expat_.get(), open, close);
        XML_SetCharacterDataHandler(expat_.get(), say);
        XML_SetStartDoctypeDeclHandler(expat_.get(), declare);
    }

    void parse(std::string_view bytes, bool last) {
        const auto status = XML_Parse(expat_.get(), bytes.data(), static_cast<int>(bytes.size()), last ? XML_TRUE : XML_FALSE);
        if (waiting_) std::rethrow_exception(waiting_);
        if (status != XML_STATUS_OK) throw Refused(Fault::broken, XML_ErrorString(XML_GetErrorCode(expat_.get())));
    }

  private:
    template <class F>
    static void safely(void* self, F&& act) {
        auto& parser = *static_cast<Parser*>(self);
        if (parser.waiting_) return;
        try {
            act(parser);
        } catch (...) {
            parser.waiting_ = std::current_exception();
            XML_StopParser(parser.expat_.get(), XML_FALSE);
        }
    }
    static void open(void* self, const char* name, const char** attributes) {
        safely(self, [&](Parser& parser) {
            if (++parser.depth_ > deepest) throw Refused(Fault::hostile, "nested too deep");
            parser.listener_.open(short_name(name), Attributes(attributes));
        });
    }
    static void close(void* self, const char* name) {
        safely(self, [&](Parser& parser) {
            --parser.depth_;
            parser.listener_.close(short_name(name));
        });
    }
    static void say(void* self, const char* text, int length) {
        safely(self, [&](Parser& parser) { parser.listener_.say({text, static_cast<std::size_t>(length)}); });
    }
    static void declare(void* self, const char* /*name*/, const char* /*system*/, const char* /*public*/, int /*internal*/) {
        safely(self, [](Parser&) { throw Refused(Fault::hostile, "declares a document type"); });
    }

    Listener& listener_;
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> expat_;
    std::exception_ptr waiting_;
    int depth_ = 0;
};

Xml::Xml(Listener& listener) : parser_(std::make_unique<Parser>(listener)) {}
Xml::~Xml() = default;

void Xml::feed(std::string_view bytes) {
    parser_->parse(bytes, false);
}

void Xml::finish() {
    parser_->parse({}, true);
}

}  // namespace decode::office

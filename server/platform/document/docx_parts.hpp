#pragma once

#include <pugixml.hpp>
#include <string>

#include "document/document.hpp"

// What stands around the body of a Word file. Every function gives one whole part as XML.
namespace document::docx {

std::string content_types();
std::string package_relations();
std::string core_properties(const Document& document);
std::string document_relations(std::size_t pictures);
std::string styles(base::Language language);
std::string numbering();
std::string page_number(const std::string& kind, Digits digits);  // "hdr", "ftr"

// Lengths as WordprocessingML has them.
constexpr int twentieths(double points) {
    return static_cast<int>(points * 20);
}
constexpr int half_points(double size) {
    return static_cast<int>(size * 2);
}

pugi::xml_node add(pugi::xml_node to, const char* name);
// <name w:val="value"/>
pugi::xml_node add_value(pugi::xml_node to, const char* name, const std::string& value);
std::string text_of(const pugi::xml_document& xml);

}  // namespace document::docx

#include "goals/dhis/data_value_set.hpp"

#include <algorithm>
#include <array>

#include "base/csv.hpp"
#include "base/locale.hpp"
#include "http/problem.hpp"

namespace goals::dhis {

namespace {

// DHIS2 looks at the places of columns, not at their names; what stands after them is not kept here.
enum Column : std::size_t {
    element,
    period,
    org_unit,
    option_combo,
    attribute_combo,
    value,
    stored_by,
    updated,
    comment,
    follow_up,
    deleted
};

const json::Node* member(const json::Node& object, std::string_view name) {
    const auto found = std::ranges::find(object.items, name, &json::Node::key);
    return found == object.items.end() ? nullptr : &*found;
}

// Numbers travel as texts and as numbers.
std::string text(const json::Node& object, std::string_view name) {
    const auto* node = member(object, name);
    if (!node) return {};
    if (node->is_text()) return node->text;
    if (node->kind == json::Node::Kind::whole) return std::to_string(node->whole);
    if (node->kind == json::Node::Kind::number) return json::write(node->number);
    if (node->kind == json::Node::Kind::boolean) return node->boolean ? "true" : "false";
    return {};
}

std::string text_or(const json::Node& object, std::string_view name, const std::string& otherwise) {
    auto found = text(object, name);
    return found.empty() ? otherwise : found;
}

std::string group_of(const std::string& combo) {
    return is_default(combo) ? std::string() : combo;
}

}  // namespace

bool is_default(std::string_view option_combo) {
    return option_combo.empty() || option_combo == "default" || option_combo == "HllvX50cXC0";
}

DataValueSet read_json(std::string_view sent) {
    json::Errors errors;
    const auto root = json::parse(sent, errors);
    if (!root) throw http::invalid_input(errors);
    const auto* list = member(*root, "dataValues");
    if (!list || list->kind != json::Node::Kind::list) throw http::Problem(422, "invalid_input").at("/dataValues", "required");
    DataValueSet set{.data_set = text(*root, "dataSet"), .is_complete = !text(*root, "completeDate").empty(), .values = {}};
    set.values.reserve(list->items.size());
    for (const auto& item : list->items)
        set.values.push_back({.index = set.values.size(),
                              .data_element = text(item, "dataElement"),
                              .period = text_or(item, "period", text(*root, "period")),
                              .org_unit = text_or(item, "orgUnit", text(*root, "orgUnit")),
                              .group = group_of(text(item, "categoryOptionCombo")),
                              .attribute_option_combo = text_or(item, "attributeOptionCombo", text(*root, "attributeOptionCombo")),
                              .value = text(item, "value"),
                              .is_deleted = text(item, "deleted") == "true"});
    return set;
}

DataValueSet read_csv(std::string_view sent) {
    base::csv::Reader reader(sent);
    DataValueSet set;
    if (!reader.next()) throw http::Problem(422, "invalid_input").at("/dataValues", "required");
    while (const auto row = reader.next()) {
        const auto cell = [&](Column column) { return column < row->cells.size() ? row->cells[column] : std::string(); };
        set.values.push_back({.index = set.values.size(),
                              .data_element = cell(element),
                              .period = cell(period),
                              .org_unit = cell(org_unit),
                              .group = group_of(cell(option_combo)),
                              .attribute_option_combo = cell(attribute_combo),
                              .value = cell(value),
                              .is_deleted = cell(deleted) == "true"});
    }
    return set;
}

Blame blame_of(std::string_view why) {
    struct Known {
        std::string_view why;
        Blame blame;
    };
    static constexpr std::array known{
        Known{"unknown_indicator", {"dataElement", "E7610"}},
        Known{"no_period", {"period", "E7611"}},
        Known{"unknown_area", {"orgUnit", "E7612"}},
        Known{"area_not_there_then", {"orgUnit", "E7612"}},
        Known{"name_too_long", {"categoryOptionCombo", "E7613"}},
        Known{"no_attributes_here", {"attributeOptionCombo", "E7615"}},
        Known{"not_a_keeper", {"orgUnit", "E7617"}},
        Known{"value_missing", {"value", "E7618"}},
        Known{"future_period", {"period", "E7641"}},
    };
    const auto found = std::ranges::find(known, why, &Known::why);
    return found == known.end() ? Blame{"value", "E7619"} : found->blame;
}

static std::string object_of(const DataValue& value, std::string_view property) {
    if (property == "dataElement") return value.data_element;
    if (property == "period") return value.period;
    if (property == "orgUnit") return value.org_unit;
    if (property == "categoryOptionCombo") return value.group;
    if (property == "attributeOptionCombo") return value.attribute_option_combo;
    return value.value;
}

void reject(ImportSummary& summary, const DataValue& value, std::string_view why) {
    const auto [property, code] = blame_of(why);
    const auto object = object_of(value, property);
    const auto words = base::say(base::Language::en, "problem_" + std::string(why)) + ": `" + object + "`";
    const auto index = static_cast<std::int64_t>(value.index);
    ++summary.importCount.ignored;
    summary.rejectedIndexes.push_back(index);
    const auto same = std::ranges::find_if(summary.conflicts,
                                           [&](const Conflict& conflict) { return conflict.object == object && conflict.value == words; });
    if (same != summary.conflicts.end()) {
        same->indexes.push_back(index);
        return;
    }
    summary.conflicts.push_back({object, {{std::string(property), object}}, words, std::string(code), std::string(property), {index}});
}

ImportReply reply_of(ImportSummary summary) {
    const bool is_whole = summary.rejectedIndexes.empty();
    summary.status = is_whole ? "SUCCESS" : "WARNING";
    ImportReply reply;
    reply.httpStatus = is_whole ? "OK" : "Conflict";
    reply.httpStatusCode = is_whole ? 200 : 409;
    reply.status = is_whole ? "OK" : "WARNING";
    reply.message = is_whole ? "Import was successful." : "Some values were not taken; the import summary names them.";
    reply.response = std::move(summary);
    return reply;
}

}  // namespace goals::dhis

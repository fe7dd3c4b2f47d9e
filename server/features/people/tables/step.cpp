#include "people/tables/step.hpp"

namespace people {

imports::Written left_out(std::string_view column, std::string_view code, std::string_view name) {
    imports::Written written;
    written.wrong = {0, std::string(column), std::string(code), std::string(name)};
    return written;
}

ToChange find_to_change(db::Tx& tx, const imports::Order& order, records::RecordId id, std::int64_t version) {
    const auto found = records::find(tx, order.viewer, id);
    if (!found || found->envelope.version != version) return {.code = "changed_meanwhile"};
    if (!records::rights(*found).edit) return {.code = "not_yours"};
    return {.record = found->envelope};
}

std::string_view why_kept(const records::Found& record, std::int64_t version) {
    if (version > 0 && record.envelope.version != version) return "changed_since";
    return records::rights(record).edit ? "" : "not_yours";
}

}  // namespace people

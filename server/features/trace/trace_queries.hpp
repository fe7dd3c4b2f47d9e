#pragma once

#include "trace/trace.hpp"

namespace trace {

// Of a link that has this record at one end; rows deleted.
std::int64_t delete_link(db::Tx& tx, records::RecordId end, LinkId id);

}  // namespace trace

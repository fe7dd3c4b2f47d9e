#pragma once

#include <set>
#include <string>

#include "backup/rows.hpp"

namespace backup::testing {

// Every row of every table, as "table value\tvalue…": what has to be equal after a restore.
inline std::multiset<std::string> rows_of(const db::Address& address) {
    db::WholeReader reader(address);
    std::multiset<std::string> rows;
    for (const auto& table : reader.tables())
        reader.each_row(table, [&](const db::Cells& cells) {
            std::string text = table.name + " ";
            append_row(cells, text);
            rows.insert(text);
        });
    return rows;
}

}  // namespace backup::testing

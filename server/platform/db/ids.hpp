#pragma once

// Many ids as one parameter, a JSON array: "r.id IN (" DB_SQLITE_IDS("$2") ")" beside its twin. So one statement asks for all of a list.
#define DB_SQLITE_IDS(parameter) "SELECT value FROM json_each(" parameter ")"
#define DB_POSTGRES_IDS(parameter) "SELECT value::bigint FROM json_array_elements_text(" parameter "::json)"

// The same as a table of its own, when a statement is nothing but "what these have": "FROM " DB_SQLITE_EACH_ID("$1") " JOIN tags t ON
// t.item_id = each_id.value". SQLite reads it row by row, where IN first sorts the ids into an index of their own.
#define DB_SQLITE_EACH_ID(parameter) "json_each(" parameter ") each_id CROSS"
#define DB_POSTGRES_EACH_ID(parameter) "(SELECT value::bigint FROM json_array_elements_text(" parameter "::json)) each_id INNER"

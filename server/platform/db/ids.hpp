#pragma once

// Many ids as one parameter, a JSON array: "r.id IN (" DB_SQLITE_IDS("$2") ")" beside its twin. So one statement asks for all of a list.
#define DB_SQLITE_IDS(parameter) "SELECT value FROM json_each(" parameter ")"
#define DB_POSTGRES_IDS(parameter) "SELECT value::bigint FROM json_array_elements_text(" parameter "::json)"

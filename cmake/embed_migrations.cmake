# Writes <part>::migrations(): the part's SQL files as they stand, in the order of their numbers.
set(entries "")
foreach(file ${FILES})
  get_filename_component(stem ${file} NAME_WE)
  string(REGEX MATCH "^0*([0-9]+)" number ${stem})
  if(NOT number)
    message(FATAL_ERROR "${file}: a migration's name begins with its number, as 0201_session_photos.sql")
  endif()
  set(number ${CMAKE_MATCH_1})
  file(READ ${file} text)
  string(APPEND entries "    db::Migration{${number}, \"${stem}\", R\"lomwong_sql(${text})lomwong_sql\"},\n")
endforeach()
file(WRITE ${OUTPUT}
"#include \"db/migration.hpp\"

#include <span>

namespace ${PART} {
std::span<const db::Migration> migrations();

std::span<const db::Migration> migrations() {
  static const db::Migration all[] = {
${entries}  };
  return all;
}
}  // namespace ${PART}
")

# Writes the texts of locales/{th,en}.json into a source file, as they stand.
set(source "#include <string_view>\n\nnamespace base {\n")
foreach(pair "thai_locale=${THAI}" "english_locale=${ENGLISH}")
  string(REGEX MATCH "^([a-z_]+)=(.*)$" whole "${pair}")
  set(name ${CMAKE_MATCH_1})
  file(READ "${CMAKE_MATCH_2}" text)
  string(APPEND source "extern const std::string_view ${name};\nconst std::string_view ${name} = R\"lomwong_json(${text})lomwong_json\";\n")
endforeach()
file(WRITE ${OUTPUT} "${source}}  // namespace base\n")

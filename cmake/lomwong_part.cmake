# A part of the server: one static library and, beside it, one test program.
#
#   lomwong_part(circles USES base db http records)
#     -> library lomwong_circles, headers seen as "circles/…" by those that use it, and by nobody else
#     -> test program test_circles from *_test.cpp; TEST_USES adds what only the tests need
#     -> circles::migrations() from migrations/*.sql
#   PACKAGES names pkg-config packages, LINKS other targets, TEST_LINKS what only the tests need. PROGRAM names a program made of main.cpp and the part.
#
# Every part sees only the header folders of the parts it uses, so a forbidden include does not compile.
# scripts/check holds the same arrows against server/deps.txt.
function(lomwong_part name)
  cmake_parse_arguments(PART "" "PROGRAM" "USES;TEST_USES;TEST_LINKS;PACKAGES;LINKS" ${ARGN})

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  if(PART_PROGRAM)
    list(REMOVE_ITEM sources ${CMAKE_CURRENT_SOURCE_DIR}/main.cpp)
  endif()
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  if(NOT LOMWONG_TESTS)
    list(FILTER sources EXCLUDE REGEX "/testing\\.cpp$") # what a part gives to tests, and needs their packages
  endif()

  set(include_dir ${CMAKE_BINARY_DIR}/include/${name})
  file(MAKE_DIRECTORY ${include_dir})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${include_dir}/${name} SYMBOLIC)

  file(GLOB migrations CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/migrations/*.sql)
  if(migrations)
    set(generated ${CMAKE_CURRENT_BINARY_DIR}/migrations.cpp)
    add_custom_command(OUTPUT ${generated}
      COMMAND ${CMAKE_COMMAND} -DPART=${name} -DOUTPUT=${generated} "-DFILES=${migrations}" -P ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.cmake
      DEPENDS ${migrations} ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.cmake VERBATIM)
    list(APPEND sources ${generated})
  endif()

  set(link_kind PUBLIC)
  if(sources)
    add_library(lomwong_${name} STATIC ${sources})
  else()
    add_library(lomwong_${name} INTERFACE)
    set(link_kind INTERFACE)
  endif()
  target_include_directories(lomwong_${name} ${link_kind} ${include_dir})
  foreach(used ${PART_USES})
    target_link_libraries(lomwong_${name} ${link_kind} lomwong_${used})
  endforeach()
  foreach(package ${PART_PACKAGES})
    if(NOT TARGET PkgConfig::${package})
      pkg_check_modules(${package} REQUIRED IMPORTED_TARGET GLOBAL ${package})
    endif()
    target_link_libraries(lomwong_${name} ${link_kind} PkgConfig::${package})
  endforeach()
  target_link_libraries(lomwong_${name} ${link_kind} ${PART_LINKS} Threads::Threads)

  if(PART_PROGRAM)
    add_executable(${PART_PROGRAM} main.cpp)
    target_link_libraries(${PART_PROGRAM} PRIVATE lomwong_${name})
  endif()

  if(LOMWONG_TESTS AND tests)
    add_executable(test_${name} ${tests})
    target_link_libraries(test_${name} PRIVATE lomwong_${name} GTest::gtest GTest::gtest_main ${PART_TEST_LINKS})
    foreach(used ${PART_TEST_USES})
      target_link_libraries(test_${name} PRIVATE lomwong_${used})
    endforeach()
    if(PART_PROGRAM)
      add_dependencies(test_${name} ${PART_PROGRAM})
    endif()
    add_test(NAME ${name} COMMAND test_${name} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  endif()
endfunction()

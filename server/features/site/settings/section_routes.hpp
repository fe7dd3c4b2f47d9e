#pragma once

#include "http/router.hpp"
#include "site/settings/section.hpp"

// How administrators read and change a section, whichever part it belongs to; T also says `static constexpr std::string_view changed`,
// the action in the journal.
namespace site {

template <class T>
Section<T> get_section(http::Call& call) {
    return section_of<T>(call.read());
}

template <class T>
Section<T> change_section(http::Call& call, const http::Expected& expected, const T& content) {
    return call.write([&](db::Tx& tx) {
        put_section(tx, call.person(), {std::string(T::section), T::changed, expected.version, json::write(content)});
        return section_of<T>(tx);
    });
}

}  // namespace site

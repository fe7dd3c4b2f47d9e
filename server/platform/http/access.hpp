#pragma once

#include <cstdint>
#include <string_view>

// The permissions a route may name, its third parameter. The router refuses at compile time a route whose handler does not ask for the
// record that its permission speaks of. (A struct and no namespace: POSIX has a function of this name, and beside it only a type may live.)
struct access {  // NOLINT(readability-identifier-naming): it stands where a namespace would
    struct Permission {
        std::string_view name;
    };

    struct Anyone : Permission {};
    struct SignedIn : Permission {};
    struct MayRead : Permission {};
    struct MayEdit : Permission {};
    struct MayModerate : Permission {};
    struct MayContribute : Permission {};
    struct Administrator : Permission {};

    static constexpr Anyone anyone{{"anyone"}};
    static constexpr SignedIn signed_in{{"signed_in"}};
    static constexpr MayRead may_read{{"may_read"}};                    // the handler takes a record that may be read
    static constexpr MayEdit may_edit{{"may_edit"}};                    // … edited
    static constexpr MayModerate may_moderate{{"may_moderate"}};        // … moderated
    static constexpr MayContribute may_contribute{{"may_contribute"}};  // to an organisation the body names: see require_contributor
    static constexpr Administrator administrator{{"administrator"}};

    // What a handler's argument has proved about the viewer by being there.
    enum class Grant : std::uint8_t { none, read, edit, moderate };
};

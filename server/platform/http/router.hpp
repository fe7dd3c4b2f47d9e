#pragma once

#include <algorithm>
#include <concepts>
#include <memory>
#include <optional>
#include <source_location>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "http/access.hpp"
#include "http/argument.hpp"
#include "http/limits.hpp"
#include "http/reply.hpp"
#include "http/route.hpp"

namespace http {

// A handler without its type: `invoke` knows the type again.
struct Handler {
    Response (*invoke)(Call& call, void (*function)());
    Response (*replay)(Call& call, std::string_view stored);
    std::string_view reply_type;
    void (*function)();
};

class RouteTree;

class Router {
  public:
    Router();
    ~Router();
    Router(const Router&) = delete;
    Router& operator=(const Router&) = delete;

    // Handler: Reply (*)(Call&, arguments…). What the arguments are decides what is read (argument.hpp), what is returned how it is
    // answered (reply.hpp). Call at start only; throws std::logic_error for a pattern that is wrong or there already.
    // What writes says of which kind it is: how often one may is limited by kind (limits.hpp).
    // What is for other people's programs too says so behind it: `router.get(…).open_to_programs();`
    template <class R, class... A, std::derived_from<access::Permission> P>
    RouteInfo& get(std::string_view pattern, R (*handler)(Call&, A...), P permission,
                   std::source_location at = std::source_location::current()) {
        return add<R, A...>(Method::get, pattern, handler, permission, at);
    }
    template <class R, class... A, std::derived_from<access::Permission> P>
    RouteInfo& post(std::string_view pattern, R (*handler)(Call&, A...), P permission, WriteKind kind,
                    std::source_location at = std::source_location::current()) {
        auto& route = add<R, A...>(Method::post, pattern, handler, permission, at);
        route.write_kind = kind;
        return route;
    }
    template <class R, class... A, std::derived_from<access::Permission> P>
    void put(std::string_view pattern, R (*handler)(Call&, A...), P permission, WriteKind kind,
             std::source_location at = std::source_location::current()) {
        add<R, A...>(Method::put, pattern, handler, permission, at).write_kind = kind;
    }
    template <class R, class... A, std::derived_from<access::Permission> P>
    void patch(std::string_view pattern, R (*handler)(Call&, A...), P permission, WriteKind kind,
               std::source_location at = std::source_location::current()) {
        add<R, A...>(Method::patch, pattern, handler, permission, at).write_kind = kind;
    }
    template <class R, class... A, std::derived_from<access::Permission> P>
    void del(std::string_view pattern, R (*handler)(Call&, A...), P permission, WriteKind kind,
             std::source_location at = std::source_location::current()) {
        add<R, A...>(Method::del, pattern, handler, permission, at).write_kind = kind;
    }
    template <class R, class... A, std::derived_from<access::Permission> P>
    void options(std::string_view pattern, R (*handler)(Call&, A...), P permission,
                 std::source_location at = std::source_location::current()) {
        add<R, A...>(Method::options, pattern, handler, permission, at);
    }
    // A page for people: a GET whose problems are pages too.
    template <class R, class... A, std::derived_from<access::Permission> P>
    void page(std::string_view pattern, R (*handler)(Call&, A...), P permission,
              std::source_location at = std::source_location::current()) {
        add<R, A...>(Method::get, pattern, handler, permission, at).is_page = true;
    }

    // In the order of registration.
    const std::vector<std::unique_ptr<RouteInfo>>& routes() const { return infos_; }

    // The route that would answer; nothing when there is none for this path and method. Looks at the head only.
    const RouteInfo* find(const Request& head) const;
    // Whether any method is known for the path: if not, the web app's own pages may answer.
    bool knows_path(const Request& head) const;

    // Throws Problem: 404 and 405 too. A HEAD is answered like a GET.
    Response handle(const Services& services, Request& request) const;
    // Throws what handle would throw whatever the body is: no such route, not signed in, too often. Counts nothing.
    void admit(const Services& services, Request& head) const;

  private:
    std::size_t slot_of(const Request& request, std::vector<std::string>& segments) const;
    void open(Call& call, std::size_t index) const;  // learns who calls; throws Problem for whom the route is not open
    template <class R, class... A, class P>
    RouteInfo& add(Method method, std::string_view pattern, R (*handler)(Call&, A...), P permission, std::source_location at);
    RouteInfo& add_route(Method method, std::string_view pattern, std::string_view permission, std::source_location at);
    void finish_route(RouteInfo& route, const Handler& handler);

    std::vector<std::unique_ptr<RouteInfo>> infos_;
    std::vector<Handler> handlers_;  // beside infos_
    std::unique_ptr<RouteTree> tree_;
};

template <class R>
using ReplyOf = std::conditional_t<std::is_void_v<R>, NoContent, R>;

template <class R, class... A>
Response invoke(Call& call, void (*function)()) {
    const auto handler = reinterpret_cast<R (*)(Call&, A...)>(function);
    // Braces: arguments are taken from left to right.
    std::tuple<std::remove_cvref_t<A>...> arguments{Argument<std::remove_cvref_t<A>>::take(call)...};
    return std::apply(
        [&](auto&... argument) {
            if constexpr (std::is_void_v<R>) {
                handler(call, std::forward<A>(argument)...);
                return Answer<NoContent>::make(call, {});
            } else {
                return Answer<R>::make(call, handler(call, std::forward<A>(argument)...));
            }
        },
        arguments);
}

template <class Reply>
Response replay(Call& call, std::string_view stored) {
    return Answer<Reply>::make(call, json::read_own<Reply>(stored));
}

template <class Reply>
Handler handler_of(Response (*invoke)(Call&, void (*)()), void (*function)()) {
    if constexpr (requires { json::Typed<Reply>::type; }) {
        return {invoke, replay<Reply>, json::cpp_name<Reply>(), function};
    } else {
        return {invoke, nullptr, {}, function};
    }
}

template <class P, class... A>
constexpr bool proves() {
    constexpr auto best = std::max({access::Grant::none, grant_of<std::remove_cvref_t<A>>()...});
    if constexpr (std::same_as<P, access::MayRead>) return best >= access::Grant::read;
    if constexpr (std::same_as<P, access::MayEdit>) return best >= access::Grant::edit;
    if constexpr (std::same_as<P, access::MayModerate>) return best >= access::Grant::moderate;
    return true;
}

// What can be said of the viewer before any argument is taken. Whether a record may be edited, its argument knows.
template <class P>
constexpr Gate gate_of() {
    if (std::same_as<P, access::Administrator>) return Gate::administrator;
    if (std::same_as<P, access::SignedIn> || std::same_as<P, access::MayContribute>) return Gate::signed_in;
    return Gate::open;
}

template <class R, class... A, class P>
RouteInfo& Router::add(Method method, std::string_view pattern, R (*handler)(Call&, A...), P permission, std::source_location at) {
    static_assert(proves<P, A...>(), "the handler takes no record that this permission speaks of: see records::Readable and Editable");
    auto& route = add_route(method, pattern, permission.name, at);
    route.gate = gate_of<P>();
    (Argument<std::remove_cvref_t<A>>::describe(route), ...);
    Answer<ReplyOf<R>>::describe(route);
    finish_route(route, handler_of<ReplyOf<R>>(invoke<R, A...>, reinterpret_cast<void (*)()>(handler)));
    return route;
}

}  // namespace http

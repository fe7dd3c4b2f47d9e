#include "http/router.hpp"

#include <stdexcept>

#include "http/problem.hpp"
#include "http/route_tree.hpp"
#include "http/uri.hpp"

namespace http {
namespace {

// The file as the tree names it: "server/features/circles/session_routes.cpp".
std::string tree_path(std::string_view file) {
    const auto at = file.rfind("server/");
    return std::string(at == std::string_view::npos ? file : file.substr(at));
}

[[noreturn]] void refuse(const RouteInfo& route, const std::string& why) {
    throw std::logic_error(route.file + ":" + std::to_string(route.line) + ": " + route.pattern + " " + why);
}

// A HEAD is a GET whose body the network keeps back.
Method answering(Method method) {
    return method == Method::head ? Method::get : method;
}

std::size_t slot(const RouteTree::Slots& slots, Method method) {
    return method == Method::other ? RouteTree::none : slots[static_cast<std::size_t>(answering(method))];
}

std::string allowed_methods(const RouteTree::Slots& slots) {
    std::string list;
    for (std::size_t i = 0; i < slots.size(); ++i)
        if (slots[i] != RouteTree::none) list.append(list.empty() ? "" : ", ").append(name_of(static_cast<Method>(i)));
    return list;
}

std::vector<std::string> decoded(const std::vector<std::string_view>& values) {
    std::vector<std::string> segments;
    for (const auto value : values) {
        auto segment = decode_segment(value);
        if (!segment) throw not_found();
        segments.push_back(*std::move(segment));
    }
    return segments;
}

void check_gate(const RouteInfo& route, const Viewer& viewer) {
    if (route.gate == Gate::open) return;
    if (viewer.is_guest()) throw sign_in_needed(viewer);
    if (route.gate == Gate::administrator && !viewer.administrator) throw not_allowed();
}

}  // namespace

Router::Router() : tree_(std::make_unique<RouteTree>()) {}
Router::~Router() = default;

RouteInfo& Router::add_route(Method method, std::string_view pattern, std::string_view permission, std::source_location at) {
    auto& route = *infos_.emplace_back(std::make_unique<RouteInfo>());
    route.index = infos_.size() - 1;
    route.method = method;
    route.pattern = pattern;
    route.permission = permission;
    route.file = tree_path(at.file_name());
    route.line = at.line();
    route.segments = segment_names(pattern);
    return route;
}

void Router::finish_route(RouteInfo& route, const Handler& handler) {
    if (route.claimed != route.segments.size())
        refuse(route,
               "names " + std::to_string(route.segments.size()) + " segments and its handler takes " + std::to_string(route.claimed));
    tree_->add(route.method, route.pattern, handlers_.size());
    handlers_.push_back(handler);
}

const RouteInfo* Router::find(const Request& head) const {
    const auto match = tree_->find(head.path());
    const auto index = match ? slot(*match->slots, head.method) : RouteTree::none;
    return index == RouteTree::none ? nullptr : infos_[index].get();
}

bool Router::knows_path(const Request& head) const {
    return tree_->find(head.path()).has_value();
}

std::size_t Router::slot_of(const Request& request, std::vector<std::string>& segments) const {
    const auto match = tree_->find(request.path());
    if (!match) throw not_found();
    const auto index = slot(*match->slots, request.method);
    if (index == RouteTree::none) throw Problem(405, "method_not_allowed", {{"allowed", allowed_methods(*match->slots)}});
    segments = decoded(match->values);
    return index;
}

void Router::open(Call& call, std::size_t index) const {
    call.takes_program_keys_ = infos_[index]->takes_program_keys;
    call.viewer_ = call.services().viewer_of(call);
    check_gate(*infos_[index], call.viewer_);
    call.key_ = read_key(call.request(), call.person());
}

Response Router::handle(const Services& services, Request& request) const {
    std::vector<std::string> segments;
    const auto index = slot_of(request, segments);
    const auto& handler = handlers_[index];
    Call call(services, request, std::move(segments));
    open(call, index);
    if (call.key_ && handler.replay != nullptr) {
        const auto stored = find_result(call.read(), *call.key_, 0);
        if (stored && stored->type == handler.reply_type) return handler.replay(call, stored->result);
    }
    if (const auto kind = infos_[index]->write_kind) count_write(call, *kind);  // what was done before and is only told again costs nothing
    return handler.invoke(call, handler.function);
}

void Router::admit(const Services& services, Request& head) const {
    std::vector<std::string> segments;
    const auto index = slot_of(head, segments);
    Call call(services, head, std::move(segments));
    open(call, index);
    const bool is_repeated = call.key_ && is_known(call.read(), *call.key_);
    const auto kind = infos_[index]->write_kind;
    if (kind && !is_repeated) require_write_open(call, *kind);
}

}  // namespace http

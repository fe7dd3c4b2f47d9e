#include "goals/values/values_routes.hpp"

#include "goals/values/value_step.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"
#include "imports/imports.hpp"

namespace goals {

namespace {

struct TableQuery {
    std::optional<base::Text<0, 100>> sheet;  // of a workbook; the first
};
BOOST_DESCRIBE_STRUCT(TableQuery, (), (sheet))

constexpr std::uint64_t largest_table = 50'000'000;

http::Created<imports::ImportReply> look_at_values(http::Call& call, const http::Query<TableQuery>& query,
                                                   const http::Uploads<largest_table>& uploads) {
    if (!is_keeper(call.read(), call.viewer())) throw http::Problem(403, "not_a_keeper");
    return {imports::look_at(call, {.subject = "values", .sheet = base::or_empty(query->sheet)}, uploads.files)};
}

}  // namespace

void add_values_routes(http::Router& router) {
    router.post("/api/figures/import", look_at_values, access::signed_in, http::WriteKind::import);
}

}  // namespace goals

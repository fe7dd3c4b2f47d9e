#include "app/demo/entered.hpp"

#include <stdexcept>

#include "app/demo/inside.hpp"
#include "auth/accounts/accounts.hpp"

namespace app::demo {

namespace json = boost::json;

static std::int64_t organisation_called(Installation& installation, const json::value& title) {
    return installation.database->read()->one<std::int64_t>("SELECT id FROM records_v_records WHERE kind = 'organisation' AND title = $1",
                                                            std::string_view(title.as_string()));
}

static base::PersonId person_of(Installation& installation, const json::value& login) {
    const auto account = auth::find_account(*installation.database->read(), std::string_view(login.as_string()));
    if (!account) throw std::runtime_error("the example speaks of an account that is none");
    return account->person_id;
}

// "indicator": {"area": value as it is typed, or two of them}
static json::array cells_of(const json::object& told) {
    json::array cells;
    for (const auto& [indicator, areas] : told)
        for (const auto& [area, typed] : areas.as_object()) {
            json::object cell{{"indicator", indicator}, {"area", area}};
            cell["value"] = typed.is_array() ? typed.as_array().at(0) : typed;
            if (typed.is_array()) cell["denominator"] = typed.as_array().at(1);
            cells.push_back(std::move(cell));
        }
    return cells;
}

void add_entered(Installation& installation, base::PersonId administrator, const json::object& told) {
    if (!told.contains("entered")) return;
    const auto& entered = told.at("entered").as_object();
    Inside inside(installation.services);
    inside.as_administrator(administrator);
    inside.post("/api/figures/keepers",
                {{"area", entered.at("area")}, {"organisation", organisation_called(installation, entered.at("keeper"))}});
    inside.as(person_of(installation, entered.at("by")));
    const auto year = base::bangkok_date(installation.clock.now()).year;
    inside.post("/api/figures/entry", {{"period", std::to_string(year)}, {"cells", cells_of(entered.at("cells").as_object())}});
}

}  // namespace app::demo

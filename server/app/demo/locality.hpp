#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "app/wiring.hpp"

namespace app::demo {

// Whom one can sign in as afterwards.
struct DemoAccount {
    std::string login;
    std::string name;
    std::string position;
};

struct DemoOwner {
    base::PersonId administrator;
    std::string_view password_hash;  // of all accounts
};

// One of the example localities, as demo/README.md tells the shape of its file.
std::vector<DemoAccount> load_locality(Installation& installation, const boost::json::object& told, const DemoOwner& owner);

}  // namespace app::demo

#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "base/person.hpp"
#include "http/call.hpp"
#include "http/router.hpp"

namespace app::demo {

// Asks the routes from inside the program, as one person or another: what is written this way has passed every rule that a form passes.
class Inside {
  public:
    explicit Inside(const http::Services& services);

    // Who asks from now on.
    void as(base::PersonId person) { viewer_ = {.person = person}; }
    void as_administrator(base::PersonId person) { viewer_ = {.person = person, .administrator = true}; }

    // `version` goes along as If-Match. std::runtime_error tells what was refused and why.
    boost::json::value send(http::Method method, const std::string& target, const boost::json::value& body, std::int64_t version = 0);
    boost::json::value get(const std::string& target) { return send(http::Method::get, target, nullptr); }
    boost::json::value post(const std::string& target, const boost::json::value& body) { return send(http::Method::post, target, body); }
    boost::json::value put(const std::string& target, const boost::json::value& body) { return send(http::Method::put, target, body); }

  private:
    http::Router router_;
    http::Viewer viewer_;
    http::Services services_;
};

}  // namespace app::demo

#pragma once

namespace http {
class Router;
}

namespace people {

void add_organisation_routes(http::Router& router);
void add_person_routes(http::Router& router);
void add_membership_routes(http::Router& router);
void add_table_routes(http::Router& router);
void add_pages(http::Router& router);

}  // namespace people

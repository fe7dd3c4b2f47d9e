#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "areas/areas.hpp"
#include "http/viewer.hpp"
#include "records/records.hpp"

// Who looks after the figures of an area: organisations that administrators name, each for its area and all that lies in it. A contributor
// of one enters values, an editor looks them through and sends them back, a steward approves and locks.
namespace goals {

struct EntryRights {
    bool enter{};
    bool check{};
    bool approve{};
};
BOOST_DESCRIBE_STRUCT(EntryRights, (), (enter, check, approve))

// What a viewer is in one of the organisations that look after an area.
struct Keeping {
    base::AreaId area_id;
    records::Role role{};
};
BOOST_DESCRIBE_STRUCT(Keeping, (), (area_id, role))

class Keepings {
  public:
    explicit Keepings(std::vector<Keeping> keepings) : keepings_(std::move(keepings)) {}

    // An area has the rights of all that look after it or an area above it.
    [[nodiscard]] EntryRights in(base::AreaId area) const;
    [[nodiscard]] const std::vector<Keeping>& list() const { return keepings_; }

  private:
    std::vector<Keeping> keepings_;
};

// An administrator is a steward of the whole country.
Keepings keepings_of(db::Session& db, const http::Viewer& viewer);

// Whether somebody else may approve what is entered for this area; administrators, who run the house, do not count.
bool has_other_approver(db::Session& db, base::AreaId area, base::PersonId than);

struct KeeperRow {
    base::AreaId area_id;
    records::RecordId organisation_id;
    std::string title;
    std::string title_en;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(KeeperRow, (), (area_id, organisation_id, title, title_en, address))
// In tree order.
std::vector<KeeperRow> list_keepers(db::Session& db);
// Of an area: those of it and of the areas above.
std::vector<KeeperRow> list_keepers_of(db::Session& db, base::AreaId area);

// False where it was so already.
bool insert_keeper(db::Tx& tx, base::AreaId area, records::RecordId organisation, base::PersonId by);
bool delete_keeper(db::Tx& tx, base::AreaId area, records::RecordId organisation);

}  // namespace goals

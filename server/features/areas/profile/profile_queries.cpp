#include "areas/profile/profile.hpp"
#include "base/json/json.hpp"

namespace areas {

namespace {

struct ProfileRow {
    ProfileId record_id;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(ProfileRow, (), (record_id, body))

}  // namespace

std::optional<StoredProfile> find_profile(db::Session& db, AreaId area) {
    const auto row = db.find<ProfileRow>("SELECT record_id, body FROM areas_profiles WHERE area_id = $1", area);
    if (!row) return std::nullopt;
    return StoredProfile{row->record_id, json::read_own<ProfileContent>(row->body)};
}

void insert_profile(db::Tx& tx, ProfileId id, AreaId area, const ProfileContent& content) {
    tx.run("INSERT INTO areas_profiles (record_id, area_id, body) VALUES ($1, $2, $3)", id, area, json::write(content));
}

void update_profile(db::Tx& tx, ProfileId id, const ProfileContent& content) {
    tx.run("UPDATE areas_profiles SET body = $2 WHERE record_id = $1", id, json::write(content));
}

}  // namespace areas

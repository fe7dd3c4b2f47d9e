#include "circles/method/method_queries.hpp"

#include "base/json/json.hpp"

namespace circles {

void insert_method(db::Tx& tx, MethodId id, const MethodRow& method) {
    tx.run("INSERT INTO circles_methods (id, kind, content, copied_from) VALUES ($1, $2, $3, $4)", id, method.content.kind,
           json::write(method.content), method.copied_from);
}

void update_method(db::Tx& tx, MethodId id, const Method& content) {
    tx.run("UPDATE circles_methods SET kind = $2, content = $3 WHERE id = $1", id, content.kind, json::write(content));
}

struct StoredMethod {
    std::string content;
    std::string copied_from;
};
BOOST_DESCRIBE_STRUCT(StoredMethod, (), (content, copied_from))

MethodRow get_method(db::Session& db, MethodId id) {
    const auto row = db.one<StoredMethod>("SELECT content, copied_from FROM circles_methods WHERE id = $1", id);
    return {json::read_own<Method>(row.content), row.copied_from};
}

std::vector<MethodListed> list_own_methods(db::Session& db, const http::Viewer& viewer) {
    return db.all<MethodListed>(
        "SELECT r.number, r.title, r.title_en, r.address, coalesce(o.title, '') AS owner, m.content FROM circles_methods m"
        " JOIN records_v_records r ON r.id = m.id LEFT JOIN records_v_public o ON o.id = r.owner_id"
        " WHERE r.state = 'published' AND " RECORDS_MAY_READ " ORDER BY r.title, r.id LIMIT 500",
        viewer.person);
}

}  // namespace circles

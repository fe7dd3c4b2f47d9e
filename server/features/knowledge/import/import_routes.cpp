#include "base/locale.hpp"
#include "files/files.hpp"
#include "files/opening.hpp"
#include "http/router.hpp"
#include "knowledge/import/import.hpp"
#include "knowledge/routes.hpp"

namespace knowledge {

struct Kept {
    std::string name;
    std::string hash;
    Content content;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (name, hash, content))

struct ImportForm {
    records::RecordId owner;
    std::optional<records::Audience> audience;
    bool publish{};
    std::vector<Kept> items;
};
BOOST_DESCRIBE_STRUCT(ImportForm, (), (owner, audience, publish, items))

void check(const ImportForm& form, json::Errors& errors) {
    constexpr std::size_t most = 100;
    if (form.items.size() > most) errors.add("/items", "too_many_values", {{"max", most}});
    for (std::size_t i = 0; i < form.items.size(); ++i)
        if (form.items[i].hash.size() != 64) errors.add("/items/" + std::to_string(i) + "/hash", "required");
}

static constexpr std::uint64_t most_bytes_at_once = std::uint64_t{60} << 20;

static LeftOut left_out(const http::Call& call, const files::NamedDocument& document) {
    return {document.name, document.problem, base::say(call.language(), "problem_" + document.problem, {{"name", document.name}})};
}

// What was dragged in, read but not kept; what lies in an archive as if it had come alone. One that cannot be read does not hold the
// others.
static Reading read_files(http::Call& call, const http::Uploads<most_bytes_at_once>& uploads) {
    const auto& cage = call.services().equipment.get<files::Library>().cage;
    Reading reading;
    for (const auto& upload : uploads.files) {
        for (auto& document : files::open_documents(cage, upload.content.number(), upload.file_name)) {
            auto proposal = propose(document.name, document.content);
            if (document.problem.empty() && is_too_long(proposal)) document.problem = "file_too_long";
            if (document.problem.empty())
                reading.proposals.push_back(std::move(proposal));
            else
                reading.left_out.push_back(left_out(call, document));
        }
    }
    if (!uploads.files.empty()) return reading;
    json::Errors errors;
    errors.add("/files", "required");
    throw http::invalid_input(errors);
}

static void require_publisher(http::Call& call, const ImportForm& form) {
    if (!form.publish || call.viewer().administrator) return;
    if (records::role_in(call.read(), call.person(), form.owner) < records::Role::editor) throw http::Problem(403, "may_not_publish");
}

static std::vector<Imported> import_all(http::Call& call, const ImportForm& form) {
    records::require_contributor(call.read(), call.viewer(), form.owner);
    require_publisher(call, form);
    const ImportWish wish{form.owner, form.audience.value_or(records::Audience{}),
                          form.publish ? records::State::published : records::State::draft};
    std::vector<Imported> result;
    for (const auto& item : form.items) {
        Proposal proposal;
        proposal.name = item.name;
        proposal.hash = item.hash;
        proposal.content = item.content;
        result.push_back(call.write_unkept([&](db::Tx& tx) { return import_one(tx, call.person(), proposal, wish); }));
    }
    return result;
}

void add_import_routes(http::Router& router) {
    router.post("/api/knowledge/readings", read_files, access::signed_in, http::WriteKind::import);
    router.post("/api/knowledge/imports", import_all, access::may_contribute, http::WriteKind::import);
}

}  // namespace knowledge

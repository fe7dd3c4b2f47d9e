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

// What was dragged in, read but not kept. Every file that cannot be read is named.
static std::vector<Proposal> read_files(http::Call& call, const http::Uploads<most_bytes_at_once>& uploads) {
    const auto& cage = call.services().equipment.get<files::Library>().cage;
    std::vector<Proposal> result;
    json::Errors errors;
    for (std::size_t i = 0; i < uploads.files.size(); ++i) {
        const auto& name = uploads.files[i].file_name;
        auto opened = files::open_document(cage, uploads.files[i].content.number());
        if (opened.problem.empty()) result.push_back(propose(name, opened.content));
        if (opened.problem.empty() && is_too_long(result.back())) opened.problem = "file_too_long";
        if (!opened.problem.empty()) errors.add("/files/" + std::to_string(i), opened.problem, {{"name", name}});
    }
    if (uploads.files.empty()) errors.add("/files", "required");
    if (!errors.empty()) throw http::invalid_input(errors);
    return result;
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

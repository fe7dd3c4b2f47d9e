#include "site/settings/word.hpp"

#include <set>

#include "base/enum_names.hpp"
#include "http/wording.hpp"
#include "site/settings/identity.hpp"
#include "site/settings/own_words.hpp"
#include "site/settings/section.hpp"
#include "site/site.hpp"

namespace site {

std::vector<SaidHere> list_said_here(db::Session& db) {
    std::vector<SaidHere> said;
    if (const auto identity = section_of<Identity>(db); identity.changed_at) {
        const auto& is = identity.content;
        said.push_back({Word::frame_brand, is.name.value, is.name_en.value});
        said.push_back({Word::home_what, is.line.value, is.line_en.value});
    }
    for (const auto& own : setting<OwnWords>(db).words) said.push_back({own.word, own.th.value, own.en.value});
    return said;
}

void check(const OwnWords& own, json::Errors& errors) {
    std::set<Word> seen{Word::frame_brand, Word::home_what};  // these two have a section of their own
    for (std::size_t i = 0; i < own.words.size(); ++i)
        if (!seen.insert(own.words[i].word).second) errors.add("/words/" + std::to_string(i) + "/word", "duplicate");
}

http::Words read_words(db::Session& db) {
    http::Words words;
    for (const auto& said : list_said_here(db)) words.by_key[std::string(base::name_of(said.word))] = {said.th, said.en};
    if (const auto logo = find_logo(db)) words.picture = logo->address + "/card";
    words.example = is_example(db);
    return words;
}

}  // namespace site

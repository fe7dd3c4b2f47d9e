#include "discussion/comment.hpp"

#include <algorithm>
#include <map>

namespace discussion {

CommentState first_state(const Onlooker& writer) {
    return writer.belongs || writer.moderates || writer.trusted ? CommentState::shown : CommentState::waiting;
}

static bool is_own(const Comment& comment, const Onlooker& onlooker) {
    return onlooker.person && comment.person_id == onlooker.person;
}

static bool sees_words(const Comment& comment, const Onlooker& onlooker) {
    if (comment.state == CommentState::shown) return true;
    if (comment.state == CommentState::withdrawn) return false;
    return onlooker.moderates || is_own(comment, onlooker);
}

static ShownComment shown(const Comment& comment, const Onlooker& onlooker) {
    const bool words = sees_words(comment, onlooker);
    return {.id = comment.id,
            .state = comment.state,
            .writer = words ? comment.writer : "",
            .body = words ? comment.body : "",
            .reason = words ? comment.reason : "",
            .made_at = comment.made_at,
            .edited = comment.edited_at != comment.made_at,
            .own = is_own(comment, onlooker),
            .version = comment.version,
            .answers = {}};
}

std::vector<ShownComment> thread(const std::vector<Comment>& all, const Onlooker& onlooker) {
    std::map<CommentId, std::vector<ShownComment>> answers;
    for (const auto& comment : all)
        if (comment.answer_to && sees_words(comment, onlooker)) answers[comment.answer_to].push_back(shown(comment, onlooker));

    std::vector<ShownComment> thread;
    for (const auto& comment : all) {
        if (comment.answer_to) continue;
        const auto under = answers.find(comment.id);
        if (under == answers.end() && !sees_words(comment, onlooker)) continue;
        auto& place = thread.emplace_back(shown(comment, onlooker));
        if (under != answers.end()) place.answers = std::move(under->second);
    }
    return thread;
}

}  // namespace discussion

#pragma once

#include "base/language.hpp"
#include "circles/circle/circle_reply.hpp"
#include "circles/session/session_reply.hpp"
#include "circles/topic/topic_reply.hpp"
#include "http/page.hpp"

namespace circles {

// The same replies as the API gives, readable before any script runs.
http::Page circle_page(const CircleReply& circle, base::Language language);
http::Page topic_page(const TopicReply& topic, base::Language language);
http::Page session_page(const SessionReply& session, base::Language language);

// "ครั้งที่ 44 · แยกขยะอย่างไรให้คนอยากทำ"
std::string full_title(const std::optional<std::int64_t>& ordinal, const std::string& title, base::Language language);

}  // namespace circles

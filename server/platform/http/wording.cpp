#include "http/wording.hpp"

#include "base/locale.hpp"
#include "http/call.hpp"

namespace http {

std::string Words::say(base::Language language, std::string_view key) const {
    const auto own = by_key.find(key);
    if (own == by_key.end()) return base::say(language, key);
    return language == base::Language::th ? own->second.th : own->second.en;
}

std::shared_ptr<const Words> Wording::learn(db::Session& db, base::Instant now) {
    std::uint64_t changes = 0;
    {
        const std::lock_guard lock(mutex_);
        const bool is_young = learnt_at_ && now.ms - learnt_at_->ms < trusted_ms && now >= *learnt_at_;
        if (is_young) return words_;
        changes = changes_;
    }
    auto words = std::make_shared<const Words>(read_(db));
    const std::lock_guard lock(mutex_);
    if (changes != changes_) return words;  // changed while they were read: the next who asks reads again
    words_ = words;
    learnt_at_ = now;
    return words;
}

std::shared_ptr<const Words> Wording::known() const {
    const std::lock_guard lock(mutex_);
    return words_;
}

void Wording::forget() {
    const std::lock_guard lock(mutex_);
    learnt_at_.reset();
    ++changes_;
}

std::shared_ptr<const Words> words_of(Call& call) {
    auto* wording = call.services().equipment.find<Wording>();
    return wording ? wording->learn(call.read(), call.now()) : std::make_shared<const Words>();
}

}  // namespace http

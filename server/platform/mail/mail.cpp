#include "mail/mail.hpp"

#include <algorithm>

#include "base/thai_text.hpp"
#include "mail/bounce/report.hpp"
#include "mail/messages.hpp"
#include "mail/smtp/delivery.hpp"
#include "mail/words/address.hpp"
#include "mail/words/token.hpp"

namespace mail {

namespace {

constexpr std::int64_t hour_ms = std::int64_t{60} * 60 * 1000;
constexpr std::int64_t tried_for_ms = 48 * hour_ms;
constexpr std::int64_t most_an_hour = 5;
constexpr std::int64_t most_a_day = 20;
constexpr std::int64_t bounces_until_unreachable = 3;

Queued may_queue(db::Tx& tx, const Postbox& postbox, const std::string& address) {
    const auto since = [&](std::int64_t ms) { return count_queued(tx, address, {{tx.now().ms - ms + 1}, tx.now()}); };
    if (!postbox.settings.sends()) return Queued::sends_nothing;
    if (count_bounced(tx, address) >= bounces_until_unreachable) return Queued::unreachable;
    return since(hour_ms) >= most_an_hour || since(24 * hour_ms) >= most_a_day ? Queued::too_many : Queued::yes;
}

}  // namespace

std::string fold_address(std::string_view address) {
    auto folded = lower(base::tidy(address));
    std::erase(folded, ' ');
    return folded;
}

Queued queue(db::Tx& tx, const Postbox& postbox, const Order& order) {
    const auto address = fold_address(order.to.address);
    const auto may = may_queue(tx, postbox, address);
    if (may != Queued::yes) return may;
    auto written = write(order.letter, order.to.name, postbox.settings.origin);
    const auto id = tx.new_id<MessageId>();
    insert_message(tx, {.id = id,
                        .token = new_token(),
                        .kind = std::string{order.kind},
                        .recipient = address,
                        .recipient_name = order.to.name,
                        .language = order.letter.language,
                        .subject = order.letter.subject,
                        .plain = std::move(written.plain),
                        .html = std::move(written.html),
                        .unsubscribe = order.unsubscribe,
                        .reply_to = order.reply_to,
                        .state = MessageState::queued,
                        .attempts = 0,
                        .problem = {},
                        .queued_at = tx.now(),
                        .give_up_at = order.give_up_at.ms > 0 ? order.give_up_at : base::Instant{tx.now().ms + tried_for_ms}});
    add_send_job(tx, id, tx.now());
    return Queued::yes;
}

Returned take_report(db::Database& database, std::string_view mail) {
    const auto report = read_report(mail);
    if (!report) return Returned::no_report;
    const auto state = means_dead_address(report->status) ? MessageState::bounced : MessageState::failed;
    const bool is_known = database.write([&](db::Tx& tx) { return settle_returned(tx, report->token, state, report->said); });
    return is_known ? Returned::noted : Returned::unknown_message;
}

}  // namespace mail

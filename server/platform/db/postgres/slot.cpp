#include "db/postgres/slot.hpp"

#include "db/session.hpp"

namespace db::postgres {

void Slot::hold() {
    const std::lock_guard lock(mutex_);
    if (connection_ && connection_->alive()) return;
    connection_ = connect_();
    for (int tried = 0; tried < IdSource::slots; ++tried) {
        const int number = (number_ + tried) % IdSource::slots;
        if (!take(number)) continue;
        number_ = number;
        ids_.use_slot(number);
        return;
    }
    connection_.reset();
    throw Busy("too many processes write this database");
}

bool Slot::take(int number) {
    // 5001 is the product's class of advisory locks for slots; journal/ and jobs/ have others.
    return Session(*connection_).one<bool>("/* postgres */ SELECT pg_try_advisory_lock(5001, CAST($1 AS integer))", number);
}

}  // namespace db::postgres

#include "goals/entry/stages.hpp"

#include "goals/counted/counted_queries.hpp"
#include "goals/entry/deed.hpp"
#include "goals/rollup/series.hpp"

namespace goals {

std::optional<Stage> after(Move move, Stage stage) {
    switch (move) {
        case Move::check:
            return stage == Stage::draft ? std::optional(Stage::checked) : std::nullopt;
        case Move::approve:
            return stage == Stage::checked ? std::optional(Stage::approved) : std::nullopt;
        case Move::lock:
            return stage == Stage::approved ? std::optional(Stage::locked) : std::nullopt;
        case Move::send_back:
            return stage == Stage::locked ? std::nullopt : std::optional(Stage::draft);
        case Move::unlock:
            return stage == Stage::locked ? std::optional(Stage::approved) : std::nullopt;
    }
    return std::nullopt;
}

bool allows(const EntryRights& rights, Move move, Stage stage) {
    if (move == Move::check) return rights.check;
    return move == Move::send_back && !counts(stage) ? rights.check : rights.approve;
}

namespace {

Act act_of(Move move) {
    switch (move) {
        case Move::check:
            return Act::checked;
        case Move::approve:
            return Act::approved;
        case Move::lock:
            return Act::locked;
        case Move::send_back:
            return Act::sent_back;
        case Move::unlock:
            return Act::unlocked;
    }
    return Act::checked;
}

class Moving {
  public:
    Moving(db::Tx& tx, const Mover& mover, const Batch& batch)
        : tx_(tx),
          mover_(mover),
          batch_(batch),
          keepings_(keepings_of(tx, mover.viewer)),
          is_counted_(find_counter(tx, batch.indicator.id).has_value()) {}

    Moved run() && {
        const auto series = find_series(tx_, batch_.key);
        if (!series) return {};
        std::vector<base::AreaId> areas;
        for (const auto& value : look_at(tx_, batch_.indicator, batch_.key, batch_.inside)) {
            if (!after(mover_.move, static_cast<Stage>(value.stage))) continue;
            if (batch_.of_entry && *batch_.of_entry != value.entry_id) continue;
            if (const auto why = hindrance(value); !why.empty()) {
                moved_.left.push_back({value.area_id, std::string(why)});
                continue;
            }
            areas.push_back(value.area_id);
            note(*series, value);
        }
        if (!areas.empty()) set_stage(tx_, *series, areas, *after(mover_.move, first_stage_));
        moved_.moved = std::ssize(areas);
        return std::move(moved_);
    }

  private:
    std::string_view hindrance(const ValueInView& value) {
        if (!allows(keepings_.in(value.area_id), mover_.move, static_cast<Stage>(value.stage)))
            return keepings_.in(value.area_id).enter ? "not_an_approver" : "not_a_keeper";
        if (is_counted_) return "value_counted";
        if (batch_.newest && *batch_.newest < value.entry_id) return "entered_since";
        if (mover_.move != Move::approve && mover_.move != Move::check) return {};
        if (!value.broken_rule.empty()) return value.broken_rule;
        if (mover_.move == Move::check) return {};
        if (!value.is_answered()) return "doubt_open";
        return is_own(value) && has_other(value.area_id) ? "own_entry" : std::string_view{};
    }
    [[nodiscard]] bool is_own(const ValueInView& value) const { return value.person_id == mover_.viewer.person; }

    // Areas of one batch mostly have the same keepers, but each village may have its own.
    bool has_other(base::AreaId area) { return has_other_approver(tx_, area, mover_.viewer.person); }

    void note(SeriesId series, const ValueInView& value) {
        first_stage_ = static_cast<Stage>(value.stage);
        const bool is_alone = mover_.move == Move::approve && is_own(value);
        moved_.alone += is_alone ? 1 : 0;
        insert_deed(tx_, {.series = series,
                          .area = value.area_id,
                          .act = act_of(mover_.move),
                          .by = mover_.viewer.person,
                          .report = value.report(),
                          .words = mover_.words,
                          .alone = is_alone});
    }

    db::Tx& tx_;
    const Mover& mover_;
    const Batch& batch_;
    Keepings keepings_;
    bool is_counted_;
    Stage first_stage_{};
    Moved moved_;
};

}  // namespace

Moved move_batch(db::Tx& tx, const Mover& mover, const Batch& batch) {
    return Moving(tx, mover, batch).run();
}

}  // namespace goals

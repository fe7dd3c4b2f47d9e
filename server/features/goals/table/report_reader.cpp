#include "goals/table/report_reader.hpp"

#include <map>
#include <optional>

#include "base/decimal.hpp"
#include "base/digits.hpp"
#include "goals/indicator/definition.hpp"

namespace goals {

namespace {

constexpr std::int64_t per_cent = 100;

const std::map<std::string_view, State> words{{"not_asked", State::not_asked},
                                              {"ไม่ได้ถาม", State::not_asked},
                                              {"not_applicable", State::not_applicable},
                                              {"ไม่เกี่ยวข้อง", State::not_applicable},
                                              {"ไม่เกี่ยว", State::not_applicable}};

std::string_view word_for(base::DecimalFault fault) {
    switch (fault) {
        case base::DecimalFault::empty:
            return "value_missing";
        case base::DecimalFault::no_number:
            return "no_number";
        case base::DecimalFault::unclear_comma:
            return "unclear_comma";
        case base::DecimalFault::exponent:
            return "number_with_exponent";
        case base::DecimalFault::too_large:
            return "number_too_large";
    }
    return "no_number";
}

// Who or what is counted one by one is never fewer than none.
bool is_counted(Unit unit) {
    return unit == Unit::person || unit == Unit::household || unit == Unit::village || unit == Unit::community ||
           unit == Unit::organisation || unit == Unit::event;
}

class Reading {
  public:
    Reading(const Indicator& of, Remarks& remarks) : of_(of), remarks_(remarks) {}

    std::variant<Report, ReportFault> run(std::string_view value, std::string_view denominator) && {
        if (const auto word = words.find(base::without_outer_spaces(value)); word != words.end()) return Report{word->second, {}, {}};
        report_.numerator = read_number(value, ReportFault::In::value);
        if (!fault_ && report_.numerator.value < 0 && is_counted(of_.unit)) blame(ReportFault::In::value, "negative_count");
        if (of_.calculation != Calculation::plain)
            give_denominator(denominator);
        else if (!denominator.empty())
            blame(ReportFault::In::denominator, "no_denominator_here");
        if (fault_) return *fault_;
        return report_;
    }

  private:
    using In = ReportFault::In;

    // The first thing that is wrong is told.
    void blame(In in, std::string_view code) {
        if (!fault_) fault_ = ReportFault{in, code};
    }

    void give_denominator(std::string_view text) {
        const bool is_score = of_.calculation == Calculation::score;
        if (fault_) return;
        if (text.empty()) {
            report_.denominator = base::whole(is_score ? 1 : of_.factor.value);
            if (!is_score) ++remarks_.bare_percent;
        } else {
            report_.denominator = read_number(text, In::denominator);
        }
        if (fault_) return;
        if (report_.denominator->value == 0) return blame(In::denominator, "denominator_zero");
        if (report_.denominator->value < 0) return blame(In::denominator, "negative_count");
        const auto mean = base::ratio(base::whole(1), report_.numerator, *report_.denominator);
        if (is_score && (!mean || *mean < base::whole(1) || *mean > base::whole(score_steps))) return blame(In::value, "no_score");
        if (!is_score && of_.factor.value == per_cent && report_.numerator > *report_.denominator) blame(In::value, "over_hundred");
    }

    base::Decimal read_number(std::string_view text, In in) {
        const auto read = base::read_decimal(text);
        if (const auto* fault = std::get_if<base::DecimalFault>(&read)) {
            blame(in, word_for(*fault));
            return {};
        }
        const auto& number = std::get<base::ReadDecimal>(read);
        remarks_.rounded += number.is_rounded ? 1 : 0;
        remarks_.minus_zeros += number.was_minus_zero ? 1 : 0;
        return number.number;
    }

    const Indicator& of_;
    Remarks& remarks_;
    Report report_;
    std::optional<ReportFault> fault_;
};

}  // namespace

std::variant<Report, ReportFault> read_report(const Indicator& of, std::string_view value, std::string_view denominator, Remarks& remarks) {
    return Reading(of, remarks).run(value, denominator);
}

}  // namespace goals

#include <algorithm>
#include <array>
#include <utility>

#include "base/thai/letters.hpp"
#include "base/thai_calendar.hpp"
#include "base/thai_text.hpp"

namespace base {
namespace {

using Text = std::u32string_view;

// Spelt as normalise() leaves them: small letters, no stops. Long names first, because short ones are their beginnings.
struct MonthName {
    Text name;
    unsigned month;
    bool is_short;
};
constexpr MonthName month_names[] = {
    {U"มกราคม", 1, false},    {U"กุมภาพันธ์", 2, false},   {U"มีนาคม", 3, false},     {U"เมษายน", 4, false},   {U"พฤษภาคม", 5, false},
    {U"มิถุนายน", 6, false},    {U"กรกฎาคม", 7, false},   {U"สิงหาคม", 8, false},    {U"กันยายน", 9, false},   {U"ตุลาคม", 10, false},
    {U"พฤศจิกายน", 11, false}, {U"ธันวาคม", 12, false},   {U"january", 1, false},   {U"february", 2, false}, {U"march", 3, false},
    {U"april", 4, false},     {U"june", 6, false},      {U"july", 7, false},      {U"august", 8, false},   {U"september", 9, false},
    {U"october", 10, false},  {U"november", 11, false}, {U"december", 12, false}, {U"มกรา", 1, false},     {U"กุมภา", 2, false},
    {U"มีนา", 3, false},       {U"เมษา", 4, false},      {U"พฤษภา", 5, false},     {U"มิถุนา", 6, false},     {U"กรกฎา", 7, false},
    {U"สิงหา", 8, false},      {U"กันยา", 9, false},      {U"ตุลา", 10, false},      {U"พฤศจิกา", 11, false},  {U"ธันวา", 12, false},
    {U"มค", 1, true},         {U"กพ", 2, true},         {U"มีค", 3, true},         {U"เมย", 4, true},       {U"พค", 5, true},
    {U"มิย", 6, true},         {U"กค", 7, true},         {U"สค", 8, true},         {U"กย", 9, true},        {U"ตค", 10, true},
    {U"พย", 11, true},        {U"ธค", 12, true},        {U"jan", 1, true},        {U"feb", 2, true},       {U"mar", 3, true},
    {U"apr", 4, true},        {U"may", 5, true},        {U"jun", 6, true},        {U"jul", 7, true},       {U"aug", 8, true},
    {U"sept", 9, true},       {U"sep", 9, true},        {U"oct", 10, true},       {U"nov", 11, true},      {U"dec", 12, true}};

constexpr Text weekday_names[] = {U"จันทร์",   U"อังคาร",   U"พุธ",        U"พฤหัสบดี",   U"พฤหัส",   U"ศุกร์",      U"เสาร์",   U"อาทิตย์",
                                  U"monday", U"tuesday", U"wednesday", U"thursday", U"friday", U"saturday", U"sunday", U"mon",
                                  U"tue",    U"wed",     U"thu",       U"fri",      U"sat",    U"sun"};

enum class Era : std::uint8_t { unsaid, buddhist, common };

struct Number {
    int value{};
    std::size_t digits{};
};

// How a date was written, so that a searcher can refuse what may be something else.
struct Written {
    Date date;
    bool is_certain{};
};

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
bool is_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || thai::is_letter(c);
}

class DateReader {
  public:
    DateReader(Text text, std::size_t at) : text_(text), at_(at) {}

    std::optional<Written> read() {
        const auto start = at_;
        for (const auto form : {&DateReader::year_first, &DateReader::day_first, &DateReader::month_first}) {
            at_ = start;
            if (auto written = (this->*form)(); written && written->date.valid()) return written;
        }
        return std::nullopt;
    }

    // "วันอาทิตย์ที่", "วันที่", "Sunday,"
    void skip_lead() {
        skip_spaces();
        take(U"วัน");
        for (const auto name : weekday_names)
            if (take(name)) break;
        skip(U" ,.");
        take(U"วันที่") || take(U"ที่");
        skip_spaces();
    }
    void skip_tail() { skip(U" .,"); }

    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] bool at_end() const { return at_ == text_.size(); }

  private:
    [[nodiscard]] char32_t here() const { return at_end() ? U'\0' : text_[at_]; }

    void skip(Text any_of) {
        while (!at_end() && any_of.find(here()) != Text::npos) ++at_;
    }
    void skip_spaces() { skip(U" \t\n"); }

    bool take(Text wanted) {
        if (!text_.substr(at_).starts_with(wanted)) return false;
        at_ += wanted.size();
        return true;
    }

    // The letters of a name, with stops and spaces between them ("ม.ค", "พ. ศ.") where it is short.
    bool take_spelt(Text name, bool may_have_stops) {
        const auto start = at_;
        for (const auto letter : name) {
            if (may_have_stops && letter != name.front()) skip(U" .");
            if (here() != letter) {
                at_ = start;
                return false;
            }
            ++at_;
        }
        if (!is_letter(here())) return true;
        at_ = start;
        return false;
    }

    std::optional<Number> take_number() {
        Number number;
        while (is_digit(here()) && number.digits < 5) {
            number.value = number.value * 10 + static_cast<int>(here() - U'0');
            ++number.digits;
            ++at_;
        }
        return number.digits == 0 || is_digit(here()) ? std::nullopt : std::optional{number};
    }

    std::optional<unsigned> take_small_number() {
        const auto number = take_number();
        return number && number->digits <= 2 ? std::optional{static_cast<unsigned>(number->value)} : std::nullopt;
    }

    std::optional<MonthName> take_month_name() {
        take(U"เดือน");
        skip_spaces();
        for (const auto& month : month_names)
            if (take_spelt(month.name, month.is_short)) return month;
        return std::nullopt;
    }

    Era take_era() {
        skip(U" ,");
        for (const Text name : {U"พศ", U"พุทธศักราช", U"be"})
            if (take_spelt(name, true)) return Era::buddhist;
        for (const Text name : {U"คศ", U"คริสต์ศักราช", U"คริสตศักราช", U"ad", U"ce"})
            if (take_spelt(name, true)) return Era::common;
        return Era::unsaid;
    }

    static std::optional<int> common_year(Number year, Era era) {
        constexpr int buddhist_offset = 543, first_buddhist = 2300;
        if (year.digits == 4) {
            const bool buddhist = era == Era::buddhist || (era == Era::unsaid && year.value >= first_buddhist);
            return buddhist ? year.value - buddhist_offset : year.value;
        }
        if (year.digits != 2) return std::nullopt;
        if (era == Era::common) return year.value + (year.value < 80 ? 2000 : 1900);
        return 2500 + year.value - buddhist_offset;
    }

    struct Year {
        int common;
        std::size_t digits;
        bool era_said;
    };
    std::optional<Year> take_year() {
        skip(U" ,.-/'");
        take(U"ปี");
        auto era = take_era();
        skip(U" .");
        const auto number = take_number();
        if (!number) return std::nullopt;
        const auto behind = at_;
        if (era == Era::unsaid) era = take_era();
        if (era == Era::unsaid) at_ = behind;
        const auto year = common_year(*number, era);
        return year ? std::optional{Year{*year, number->digits, era != Era::unsaid}} : std::nullopt;
    }

    std::optional<Written> year_first() {
        const auto number = take_number();
        const auto separator = here();
        if (!number || number->digits != 4 || Text(U"-/.").find(separator) == Text::npos) return std::nullopt;
        ++at_;
        const auto month = take_small_number();
        if (!month || here() != separator) return std::nullopt;
        ++at_;
        const auto day = take_small_number();
        return day ? std::optional{Written{{*common_year(*number, Era::unsaid), *month, *day}, true}} : std::nullopt;
    }

    std::optional<Written> day_first() {
        const auto day = take_small_number();
        if (!day) return std::nullopt;
        skip_ordinal();
        const auto behind_day = at_;
        skip(U" -/.,");
        if (const auto month = take_month_name()) {
            const auto year = take_year();
            if (!year) return std::nullopt;
            return Written{{year->common, month->month, *day}, year->digits == 4 || month->is_short || year->era_said};
        }
        at_ = behind_day;
        return numbers_behind(*day);
    }

    std::optional<Written> numbers_behind(unsigned day) {
        skip_spaces();
        const auto separator = here();
        if (Text(U"-/.").find(separator) == Text::npos) return std::nullopt;
        ++at_;
        skip_spaces();
        const auto month = take_small_number();
        skip_spaces();
        if (!month || here() != separator) return std::nullopt;
        const auto year = take_year();
        return year ? std::optional{Written{{year->common, *month, day}, year->digits == 4 && separator == U'/'}} : std::nullopt;
    }

    std::optional<Written> month_first() {
        const auto month = take_month_name();
        if (!month) return std::nullopt;
        skip(U" .");
        const auto day = take_small_number();
        if (!day) return std::nullopt;
        skip_ordinal();
        const auto year = take_year();
        return year ? std::optional{Written{{year->common, month->month, *day}, year->digits == 4}} : std::nullopt;
    }

    void skip_ordinal() {
        for (const Text ending : {U"st", U"nd", U"rd", U"th"})
            if (take_spelt(ending, false)) return;
    }

    Text text_;
    std::size_t at_;
};

// A date may begin here: at a number or at the name of an English month, not in the middle of one.
bool may_begin(Text text, std::size_t at) {
    const auto before = at == 0 ? U' ' : text[at - 1];
    if (is_digit(text[at])) return !is_digit(before) && before != U'/' && before != U'-' && before != U'.';
    return text[at] >= U'a' && text[at] <= U'z' && !is_letter(before);
}

}  // namespace

std::optional<Date> read_date(std::string_view text) {
    constexpr std::size_t longest = 200;
    if (text.size() > longest) return std::nullopt;
    const auto normalised = normalise(text);
    DateReader reader(normalised.text, 0);
    reader.skip_lead();
    const auto written = reader.read();
    reader.skip_tail();
    return written && reader.at_end() ? std::optional{written->date} : std::nullopt;
}

std::optional<FoundDate> find_date(std::string_view text, std::size_t from) {
    const auto normalised = normalise(text);
    const auto first =
        std::find_if(normalised.origin.begin(), normalised.origin.end(), [&](const ByteRange& range) { return range.begin >= from; });
    for (auto at = static_cast<std::size_t>(first - normalised.origin.begin()); at < normalised.text.size(); ++at) {
        if (!may_begin(normalised.text, at)) continue;
        DateReader reader(normalised.text, at);
        const auto written = reader.read();
        if (written && written->is_certain)
            return FoundDate{written->date, normalised.origin[at].begin, normalised.origin[reader.at() - 1].end};
    }
    return std::nullopt;
}

}  // namespace base

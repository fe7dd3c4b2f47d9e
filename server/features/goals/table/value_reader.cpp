#include "goals/table/value_reader.hpp"

#include <algorithm>

#include "base/csv.hpp"
#include "base/digits.hpp"
#include "base/thai_text.hpp"

namespace goals {

namespace {

const std::vector<base::csv::Column> columns{
    {"indicator", {"dataelement", "ตัวชี้วัด", "รหัสตัวชี้วัด"}, true},
    {"area", {"orgunit", "area_code", "พื้นที่", "รหัสพื้นที่"}, true},
    {"period", {"ปี", "ช่วงเวลา", "งวด"}, true},
    {"value", {"ค่า", "จำนวน", "numerator", "ตัวตั้ง"}, true},
    {"group", {"breakdown", "กลุ่ม"}},
    {"denominator", {"ตัวหาร", "ทั้งหมด"}},
};

constexpr std::size_t most_series = 10'000;
constexpr std::size_t most_texts = 50'000;
constexpr std::size_t longest_group = 100;
constexpr std::size_t longest_told = 60;

char separator_of(std::string_view heading) {
    char best = ',';
    for (const char candidate : {';', '\t'})
        if (std::ranges::count(heading, candidate) > std::ranges::count(heading, best)) best = candidate;
    return best;
}

std::string_view word_for(base::PeriodFault fault) {
    switch (fault) {
        case base::PeriodFault::empty:
            return "required";
        case base::PeriodFault::no_period:
            return "no_period";
        case base::PeriodFault::two_years:
            return "two_years";
        case base::PeriodFault::short_year:
            return "short_year";
        case base::PeriodFault::no_such_year:
            return "no_such_year";
        case base::PeriodFault::no_such_day:
            return "no_such_day";
    }
    return "no_period";
}

std::string told(std::string_view cell) {
    auto end = std::min(cell.size(), longest_told);
    while (end < cell.size() && (static_cast<unsigned char>(cell[end]) & 0xC0) == 0x80) ++end;
    return std::string(cell.substr(0, end));
}

}  // namespace

std::string area_code(std::string_view cell) {
    auto code = base::with_arabic_digits(cell);
    if (code == "TH") code = "th";
    return code;
}

ValueReader::ValueReader(LineReader lines, const Ground& ground) : lines_(std::move(lines)), ground_(ground) {
    read_heading();
}

void ValueReader::read_heading() {
    const auto heading = lines_.next();
    const std::string line(heading ? heading->text : std::string_view{});
    separator_ = separator_of(line);
    if (!split(line, separator_, split_, unquoted_)) split_.clear();
    width_ = split_.size();
    places_.resize(columns.size());
    for (std::size_t i = 0; i < split_.size(); ++i) {
        const auto column = base::csv::find_column(columns, split_[i]);
        if (column)
            places_[*column] = i;
        else if (!split_[i].empty())
            unknown_.push_back(told(split_[i]));
    }
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].required && !places_[i]) missing_.emplace_back(columns[i].key);
}

// Splits the line; empty if it has as many cells as the heading.
std::string_view ValueReader::fault_of(const LineReader::Line& line) {
    std::string_view fault;
    if (line.is_too_long)
        fault = "line_too_long";
    else if (!split(line.text, separator_, split_, unquoted_))
        fault = "open_quote";
    else if (split_.size() != width_)
        fault = "ragged_row";
    return fault.empty() || line.is_ended ? fault : "cut_off";
}

std::optional<ValueReader::Cells> ValueReader::next_cells() {
    for (auto line = lines_.next(); line; line = lines_.next()) {
        if (base::without_outer_spaces(line->text).empty() && !line->is_too_long) continue;
        Cells row{.line = line->number, .cells = {}, .fault = {}, .is_ended = line->is_ended};
        row.fault = fault_of(*line);
        if (row.fault.empty())
            for (std::size_t i = 0; i < places_.size(); ++i)
                if (places_[i]) row.cells.at(i) = split_[*places_[i]];
        return row;
    }
    return std::nullopt;
}

std::optional<ValueReader::Row> ValueReader::next() {
    const auto row = next_cells();
    if (!row) return std::nullopt;
    if (!row->is_ended) remarks_.open_end = true;
    if (!row->fault.empty()) return base::WrongRow{row->line, "", std::string(row->fault), ""};
    auto judged = judge(*row);
    if (auto* read = std::get_if<ReadValue>(&judged)) return *read;
    const auto& fault = std::get<Fault>(judged);
    return base::WrongRow{row->line, std::string(columns[fault.cell].key), std::string(fault.code), told(row->cells.at(fault.cell))};
}

ValueReader::Or<ReadValue> ValueReader::judge(const Cells& row) {
    const auto series = read_series(row);
    if (const auto* fault = std::get_if<Fault>(&series)) return *fault;
    ReadValue read{.line = row.line, .series = std::get<std::size_t>(series), .area = {}, .state = {}, .numerator = {}, .denominator = {}};
    const auto where = read_area(row, read.series);
    if (const auto* fault = std::get_if<Fault>(&where)) return *fault;
    read.area = std::get<base::AreaId>(where);
    if (const auto fault = read_numbers(row, indicators_[read.series], read)) return *fault;
    if (!is_new(read.series, read.area)) return Fault{Cell::area, "value_twice_in_file"};
    return read;
}

ValueReader::Or<std::size_t> ValueReader::read_series(const Cells& row) {
    std::string text;
    for (const auto cell : {indicator, period, group}) text.append(row.cells.at(cell)).append(1, '\n');
    if (const auto known = series_of_text_.find(text); known != series_of_text_.end()) return known->second;
    auto subject = read_subject(row);
    if (const auto* fault = std::get_if<Fault>(&subject)) return *fault;
    auto& [key, measured] = std::get<Subject>(subject);
    const auto [at, is_new] =
        series_of_key_.try_emplace({key.indicator.value, key.period.first, key.period.last, key.breakdown}, series_.size());
    if (is_new) {
        if (series_.size() == most_series) {
            series_of_key_.erase(at);
            return Fault{Cell::period, "too_many_series"};
        }
        series_.push_back(std::move(key));
        indicators_.push_back(std::move(measured));
        met_.emplace_back();
    }
    if (series_of_text_.size() == most_texts) series_of_text_.clear();
    series_of_text_.emplace(std::move(text), at->second);
    return at->second;
}

ValueReader::Or<ValueReader::Subject> ValueReader::read_subject(const Cells& row) {
    const auto code = read_code(base::with_arabic_digits(row.cells[indicator]));
    if (!code) return Fault{indicator, "no_indicator_code"};
    auto found = ground_.find_indicator(*code);
    if (!found) return Fault{indicator, "unknown_indicator"};
    const auto read = base::read_reporting_period(row.cells[period]);
    if (const auto* fault = std::get_if<base::PeriodFault>(&read)) return Fault{period, word_for(*fault)};
    const auto& time = std::get<base::ReportingPeriod>(read);
    if (ground_.today < time.first) return Fault{period, "future_period"};
    auto breakdown = base::tidy(row.cells[group]);
    if (breakdown.size() > longest_group) return Fault{group, "name_too_long"};
    const auto id = found->id;
    return Subject{{id, time, std::move(breakdown)}, *std::move(found)};
}

ValueReader::Or<base::AreaId> ValueReader::read_area(const Cells& row, std::size_t series) {
    if (row.cells[area].empty()) return Fault{area, "required"};
    const auto found = ground_.areas.find(area_code(row.cells[area]));
    if (found == ground_.areas.end()) return Fault{area, "unknown_area"};
    const auto& time = series_[series].period;
    if (!areas::stood_within(found->second, time.first, time.last)) return Fault{area, "area_not_there_then"};
    return found->second.id;
}

std::optional<ValueReader::Fault> ValueReader::read_numbers(const Cells& row, const Indicator& of, ReadValue& read) {
    const auto report = read_report(of, row.cells[value], row.cells[denominator], remarks_);
    if (const auto* fault = std::get_if<ReportFault>(&report))
        return Fault{fault->in == ReportFault::In::value ? value : denominator, fault->code};
    const auto& said = std::get<Report>(report);
    read.state = said.state;
    read.numerator = said.numerator;
    read.denominator = said.denominator;
    return std::nullopt;
}

bool ValueReader::is_new(std::size_t series, base::AreaId met_area) {
    const auto place = order_.try_emplace(met_area.value, order_.size()).first->second;
    auto& met = met_[series];
    if (met.size() <= place) met.resize(std::max(place + 1, met.size() * 2));
    if (met[place]) return false;
    met[place] = true;
    return true;
}

}  // namespace goals

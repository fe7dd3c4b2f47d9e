#include "base/csv.hpp"

#include "sheet/writers.hpp"

namespace sheet {

namespace {

class Csv final : public Writer {
  public:
    Csv() { out_ = "\xEF\xBB\xBF"; }  // the mark by which spreadsheets know UTF-8

    void add_row(std::span<const std::string> cells) override {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) out_ += ',';
            out_ += base::csv::cell(cells[i]);
        }
        out_ += "\r\n";
    }
    void finish() override {}
};

}  // namespace

std::unique_ptr<Writer> make_csv_writer() {
    return std::make_unique<Csv>();
}

}  // namespace sheet

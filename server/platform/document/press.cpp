#include "document/press.hpp"

#include "document/pdf.hpp"

namespace document {

Press::Press() : Press{Options{}} {}

Press::Press(const Options& options) : options_{options}, fonts_(options.at_once) {}

std::optional<std::unique_ptr<Fonts>> Press::take() {
    std::unique_lock lock{mutex_};
    if (fonts_.empty() && waiting_ >= options_.waiting) return {};
    ++waiting_;
    const bool free = free_.wait_for(lock, options_.patience, [&] { return !fonts_.empty(); });
    --waiting_;
    if (!free) return {};
    auto fonts = std::move(fonts_.back());
    fonts_.pop_back();
    return fonts;
}

void Press::give_back(std::unique_ptr<Fonts> fonts) {
    {
        const std::lock_guard lock{mutex_};
        fonts_.push_back(std::move(fonts));
    }
    free_.notify_one();
}

std::optional<std::string> Press::pdf(const Document& document) {
    return fitting_pdf({&document, 1});
}

std::optional<std::string> Press::fitting_pdf(std::span<const Document> versions) {
    auto taken = take();
    if (!taken) return {};
    // Given back whatever happens, also fonts that could not be loaded.
    struct Lent {
        Press& press;
        std::unique_ptr<Fonts> fonts;
        ~Lent() { press.give_back(std::move(fonts)); }
    } lent{*this, std::move(*taken)};
    if (!lent.fonts) lent.fonts = std::make_unique<Fonts>();
    WrittenPdf written;
    for (const auto& version : versions) {
        written = write_counted_pdf(version, *lent.fonts);
        if (written.pages <= 1) break;
    }
    return std::move(written.bytes);
}

}  // namespace document

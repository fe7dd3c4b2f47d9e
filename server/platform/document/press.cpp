#include "document/press.hpp"

#include "document/pdf.hpp"

namespace document {

Press::Press() : Press{Options{}} {}

Press::Press(const Options& options) : options_{options} {
    for (std::size_t i = 0; i < options.at_once; ++i) fonts_.push_back(std::make_unique<Fonts>());
    font_ = fonts_.front()->found();
}

std::unique_ptr<Fonts> Press::take() {
    std::unique_lock lock{mutex_};
    if (fonts_.empty() && waiting_ >= options_.waiting) return nullptr;
    ++waiting_;
    const bool free = free_.wait_for(lock, options_.patience, [&] { return !fonts_.empty(); });
    --waiting_;
    if (!free) return nullptr;
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
    auto fonts = take();
    if (!fonts) return {};
    const auto back = [this](Fonts* used) { give_back(std::unique_ptr<Fonts>(used)); };
    const std::unique_ptr<Fonts, decltype(back)> lent{fonts.release(), back};
    return write_pdf(document, *lent);
}

}  // namespace document

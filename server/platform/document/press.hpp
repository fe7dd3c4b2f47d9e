#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "document/fonts.hpp"

namespace document {

// Lays documents out, a few at once: the thread that asks does the work, with fonts that wait here between two of them. Any thread.
class Press {
  public:
    struct Options {
        std::size_t at_once = 2;  // documents in the making
        std::size_t waiting = 4;  // threads that wait for their turn
        std::chrono::seconds patience{20};
    };
    Press();
    explicit Press(const Options& options);

    // Throws std::runtime_error without fonts. Nothing when too many wait already, or the wait took too long.
    std::optional<std::string> pdf(const Document& document);
    // The first of several versions that is one page; where none is, the last.
    std::optional<std::string> fitting_pdf(std::span<const Document> versions);

  private:
    std::optional<std::unique_ptr<Fonts>> take();
    void give_back(std::unique_ptr<Fonts> fonts);

    const Options options_;
    std::mutex mutex_;
    std::condition_variable free_;
    std::vector<std::unique_ptr<Fonts>> fonts_;  // loaded when they are needed first
    std::size_t waiting_ = 0;
};

}  // namespace document

#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "http/net/multipart.hpp"
#include "http/receiver.hpp"

namespace http::net {

// A body on its way to disk: a form, which is taken apart, or what a handler has let in. There are only so many at once.
struct Intake {
    explicit Intake(std::atomic<int>& uploads);  // counts itself in `uploads`; Refusal 503 when there are too many
    ~Intake();
    Intake(const Intake&) = delete;
    Intake& operator=(const Intake&) = delete;

    void cut_off();  // the receiver keeps of the body what came

    std::optional<MultipartReader> form;
    std::unique_ptr<Receiver> receiver;
    std::string chunk;

  private:
    std::atomic<int>& uploads_;
};

}  // namespace http::net

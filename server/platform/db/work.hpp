#pragma once

#include <functional>

#include "db/session.hpp"

namespace db {

// What is done inside one transaction.
using Work = std::function<void(Tx&)>;

// Stands around a running Work, so that a write inside a write is found out instead of waiting for itself.
class InsideWrite {
  public:
    InsideWrite() { inside_ = true; }
    ~InsideWrite() { inside_ = false; }
    InsideWrite(const InsideWrite&) = delete;
    InsideWrite& operator=(const InsideWrite&) = delete;

    static bool here() { return inside_; }

  private:
    static inline thread_local bool inside_ = false;
};

}  // namespace db

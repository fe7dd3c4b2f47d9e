#pragma once

#include <string>

namespace db::sqlite {

// This process's place among those that write the same file (the server, and commands run beside it): 0 to 15, held by a lock
// on a byte of "<database>-slots" until it goes away, or the process does.
class Slot {
  public:
    // Busy if all are taken, Gone if the file cannot be made.
    explicit Slot(const std::string& database_path);
    ~Slot();
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;

    [[nodiscard]] int number() const { return number_; }

  private:
    int file_;
    int number_ = 0;
};

}  // namespace db::sqlite

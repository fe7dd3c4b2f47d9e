#include "db/sqlite/slot.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "db/errors.hpp"
#include "db/id_source.hpp"

namespace db::sqlite {

Slot::Slot(const std::string& database_path) : file_(open((database_path + "-slots").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640)) {
    if (file_ < 0) throw Gone(database_path + "-slots: " + std::system_category().message(errno));
    for (; number_ < IdSource::slots; ++number_) {
        struct flock lock{};
        lock.l_type = F_WRLCK;
        lock.l_whence = SEEK_SET;
        lock.l_start = number_;
        lock.l_len = 1;
        if (fcntl(file_, F_OFD_SETLK, &lock) == 0) return;
    }
    close(file_);
    throw Busy(database_path + ": too many processes write it");
}

Slot::~Slot() {
    close(file_);
}

}  // namespace db::sqlite

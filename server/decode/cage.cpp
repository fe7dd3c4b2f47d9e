#include "decode/cage.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <boost/mp11.hpp>
#include <cerrno>
#include <csignal>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/enum_names.hpp"
#include "decode/bare_picture.hpp"
#include "decode/mapped_file.hpp"

namespace decode {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(int error, const char* where) {
    throw std::system_error(error, std::system_category(), where);
}

void must(int error, const char* where) {
    if (error != 0) fail(error, where);
}

class Descriptor {
  public:
    explicit Descriptor(int value) : value_(value) {
        if (value < 0) fail(errno, "decode: open");
    }
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int get() const { return value_; }
    void close() {
        if (value_ >= 0) ::close(std::exchange(value_, -1));
    }

  private:
    int value_;
};

struct Pipe {
    Pipe() : Pipe(make()) {}
    Descriptor out, in;

  private:
    explicit Pipe(std::array<int, 2> ends) : out(ends[0]), in(ends[1]) {}
    static std::array<int, 2> make() {
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) fail(errno, "pipe");
        return ends;
    }
};

class ScratchFolder {
  public:
    explicit ScratchFolder(const std::filesystem::path& parent) {
        std::filesystem::create_directories(parent);
        auto name = (parent / "decode-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) fail(errno, "mkdtemp");
        path_ = name;
    }
    ~ScratchFolder() {
        std::error_code ignored;  // what stays behind is removed with the scratch folder at the next start
        std::filesystem::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

class SpawnActions {
  public:
    SpawnActions() { must(posix_spawn_file_actions_init(&actions_), "spawn"); }
    ~SpawnActions() { posix_spawn_file_actions_destroy(&actions_); }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;

    void becomes(int open, int standard) { must(posix_spawn_file_actions_adddup2(&actions_, open, standard), "dup2"); }
    void stand_in(const std::filesystem::path& folder) { must(posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str()), "chdir"); }
    void close_all_but_standard() { must(posix_spawn_file_actions_addclosefrom_np(&actions_, 3), "closefrom"); }
    const posix_spawn_file_actions_t* get() const { return &actions_; }

  private:
    posix_spawn_file_actions_t actions_{};
};

// A process that does not outlive this object.
class Child {
  public:
    Child(const std::filesystem::path& program, std::vector<std::string> arguments, const SpawnActions& actions) {
        std::vector<char*> words{const_cast<char*>(program.c_str())};
        for (auto& argument : arguments) words.push_back(argument.data());
        words.push_back(nullptr);
        char* no_environment[] = {nullptr};
        must(posix_spawn(&pid_, program.c_str(), actions.get(), nullptr, words.data(), no_environment), program.c_str());
    }
    ~Child() {
        if (pid_ > 0) end();
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    Descriptor watch() const { return Descriptor(static_cast<int>(syscall(SYS_pidfd_open, pid_, 0))); }

    // The wait status; a process that still runs is killed first.
    int end() {
        kill(pid_, SIGKILL);  // does nothing to one that has ended and waits to be read
        int status = 0;
        while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        pid_ = 0;
        return status;
    }

  private:
    pid_t pid_{};
};

// Adds what can be read now; false at the end of the stream.
bool gather(int from, std::string& words) {
    constexpr std::size_t most = 2048;
    std::array<char, 1024> part{};
    const auto count = read(from, part.data(), part.size());
    if (count < 0) return errno == EINTR || errno == EAGAIN;
    words.append(part.data(), std::min(static_cast<std::size_t>(count), most - words.size()));
    return count > 0;
}

// What it said before it ended lies in the pipe still.
void gather_last_words(pollfd& pipe, std::string& words) {
    while (pipe.fd >= 0 && poll(&pipe, 1, 0) > 0)
        if (!gather(pipe.fd, words)) pipe.fd = -1;
}

enum class Wait { ended, deadline };

// Drains what the child says, so that it never blocks on a full pipe, until it ends or time is up.
Wait wait_for(int process, int words_pipe, Clock::time_point deadline, std::string& words) {
    std::array<pollfd, 2> watched{pollfd{process, POLLIN, 0}, pollfd{words_pipe, POLLIN, 0}};
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) return Wait::deadline;
        if (poll(watched.data(), watched.size(), static_cast<int>(left)) < 0 && errno != EINTR) fail(errno, "poll");
        if (watched[1].revents != 0 && !gather(words_pipe, words)) watched[1].fd = -1;
        if (watched[0].revents == 0) continue;
        gather_last_words(watched[1], words);
        return Wait::ended;
    }
}

void take_meaning(int status, Outcome& outcome) {
    constexpr int cage_failed = 70;  // EX_SOFTWARE, see main.cpp
    constexpr auto faults = boost::mp11::mp_size<boost::describe::describe_enumerators<Fault>>::value;
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : cage_failed;
    outcome.end = code == 0 ? End::done : code == cage_failed ? End::crashed : End::refused;
    if (code >= first_fault_code && code < exit_code(Fault{faults})) outcome.fault = static_cast<Fault>(code - first_fault_code);
}

void refuse(Outcome& outcome, Fault fault) {
    outcome.end = End::refused;
    outcome.fault = fault;
    outcome.made.clear();
}

// Whatever came out of the cage is still a stranger's: only a whole WebP or JPEG counts as done.
void look_at(const PictureOrder&, Outcome& outcome) {
    if (outcome.end != End::done) return;
    auto bare = bare_picture(outcome.made);
    if (!bare) outcome.end = End::crashed;
    outcome.made = std::move(bare).value_or(std::string());
}

// pdftotext is not ours and has its own codes: what it says and what it wrote tell the rest.
void look_at(const PaperOrder& order, Outcome& outcome) {
    if (order.kind != Paper::pdf) return;
    if (outcome.end == End::refused) {
        const bool locked = outcome.words.find("assword") != std::string::npos || outcome.words.find("not allowed") != std::string::npos;
        return refuse(outcome, locked ? Fault::locked : Fault::broken);
    }
    if (outcome.end != End::done) return;
    if (std::ranges::count(outcome.made, '\f') > most_pages) return refuse(outcome, Fault::too_many_pages);
    if (outcome.made.size() > longest_text) return refuse(outcome, Fault::too_long);
    if (outcome.made.find_first_not_of(" \t\r\n\f") == std::string::npos) refuse(outcome, Fault::without_text);
}

void look_at(const TableOrder&, const Outcome&) {}    // CSV is read by who takes any stranger's CSV
void look_at(const ArchiveOrder&, const Outcome&) {}  // each file is opened as one that a stranger sent

std::vector<std::string> words_of(const PictureOrder& order) {
    return {"picture", std::to_string(order.longest_side), order.format == WebFormat::webp ? "webp" : "jpeg"};
}
std::vector<std::string> words_of(const PaperOrder& order) {
    return {"paper", std::string(base::name_of(order.kind))};
}

std::vector<std::string> words_of(const TableOrder& order) {
    return {"table", std::string(base::name_of(order.kind)), order.sheet};
}
std::vector<std::string> words_of(const ArchiveOrder&) {
    return {"archive"};
}

std::string read_whole(int made) {
    const MappedFile file(made);
    return {reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size()};
}

}  // namespace

Cage::Cage(std::filesystem::path program, std::filesystem::path scratch, std::chrono::milliseconds deadline)
    : program_(std::move(program)), scratch_(std::move(scratch)), deadline_(deadline) {}

Outcome Cage::run(const Order& order, int input) const {
    const ScratchFolder scratch(scratch_);
    const Descriptor made(open((scratch.path() / "made").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    Pipe words;

    SpawnActions actions;
    actions.becomes(input, STDIN_FILENO);
    actions.becomes(made.get(), STDOUT_FILENO);
    actions.becomes(words.in.get(), STDERR_FILENO);
    actions.stand_in(scratch.path());
    actions.close_all_but_standard();

    Child child(program_, std::visit([](const auto& one) { return words_of(one); }, order), actions);
    words.in.close();
    const auto process = child.watch();

    Outcome outcome;
    const auto waited = wait_for(process.get(), words.out.get(), Clock::now() + deadline_, outcome.words);
    const auto status = child.end();
    take_meaning(status, outcome);
    if (waited == Wait::deadline) outcome.end = End::deadline;
    if (outcome.end == End::done) outcome.made = read_whole(made.get());
    std::visit([&](const auto& one) { look_at(one, outcome); }, order);
    return outcome;
}

std::filesystem::path program_beside_this_one() {
    return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "lomwong-decode";
}

}  // namespace decode

#include "decode/inside.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <cerrno>
#include <csignal>
#include <initializer_list>
#include <memory>
#include <system_error>

namespace decode {
namespace {

[[noreturn]] void fail(int error, const char* where) {
    throw std::system_error(error, std::system_category(), where);
}

void must(bool done, const char* where) {
    if (!done) fail(errno, where);
}

void limit(__rlimit_resource what, std::uint64_t most) {
    const rlimit bound{most, most};
    must(setrlimit(what, &bound) == 0, "setrlimit");
}

void limit_resources(const Bounds& bounds) {
    limit(RLIMIT_AS, bounds.memory);
    limit(RLIMIT_CPU, bounds.seconds);
    limit(RLIMIT_FSIZE, bounds.output);
    limit(RLIMIT_NOFILE, 64);
    limit(RLIMIT_CORE, 0);
}

constexpr std::uint64_t read_files = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t run_programs = LANDLOCK_ACCESS_FS_EXECUTE | read_files;
constexpr std::uint64_t write_files =
    read_files | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE;
constexpr std::uint64_t everything = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;  // all rights of the first Landlock; later ones add to them

void allow_beneath(int ruleset, const char* path, std::uint64_t rights) {
    const int folder = open(path, O_PATH | O_CLOEXEC);
    if (folder < 0) return;  // /lib64 is not on every machine: what is not there needs no right
    landlock_path_beneath_attr rule{};
    rule.allowed_access = rights;
    rule.parent_fd = folder;
    const auto done = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
    close(folder);
    must(done, "landlock_add_rule");
}

// The database and everybody's files belong to the same user as the decoder: without this a decoder's bug could read them into a picture.
void close_file_system() {
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = everything;
    const auto ruleset = static_cast<int>(syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0));
    if (ruleset < 0 && (errno == ENOSYS || errno == EOPNOTSUPP)) return;  // an old kernel, or one started without it
    must(ruleset >= 0, "landlock_create_ruleset");
    for (const auto* path : {"/usr", "/lib", "/lib64"}) allow_beneath(ruleset, path, run_programs);
    for (const auto* path : {"/etc/ld.so.cache", "/dev/null", "/dev/urandom"}) allow_beneath(ruleset, path, LANDLOCK_ACCESS_FS_READ_FILE);
    allow_beneath(ruleset, ".", write_files);
    const auto done = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    must(done, "landlock_restrict_self");
}

// What a program needs to load its libraries, read, compute in several threads, write and end. Everything else answers EPERM: sockets,
// fork, kill, ptrace, mount, chmod, rename, bpf, io_uring and what is not yet invented.
constexpr const char* allowed_calls[] = {"access",
                                         "arch_prctl",
                                         "brk",
                                         "clock_getres",
                                         "clock_gettime",
                                         "clock_nanosleep",
                                         "close",
                                         "dup",
                                         "dup2",
                                         "dup3",
                                         "execve",
                                         "exit",
                                         "exit_group",
                                         "faccessat",
                                         "faccessat2",
                                         "fadvise64",
                                         "fcntl",
                                         "fstat",
                                         "fstatfs",
                                         "ftruncate",
                                         "futex",
                                         "getcwd",
                                         "getdents64",
                                         "getegid",
                                         "geteuid",
                                         "getgid",
                                         "getpid",
                                         "getrandom",
                                         "getrlimit",
                                         "getrusage",
                                         "gettid",
                                         "gettimeofday",
                                         "getuid",
                                         "ioctl",
                                         "lseek",
                                         "lstat",
                                         "madvise",
                                         "membarrier",
                                         "mmap",
                                         "mprotect",
                                         "mremap",
                                         "munmap",
                                         "nanosleep",
                                         "newfstatat",
                                         "open",
                                         "openat",
                                         "pipe2",
                                         "poll",
                                         "ppoll",
                                         "pread64",
                                         "prlimit64",
                                         "pwrite64",
                                         "read",
                                         "readlink",
                                         "readlinkat",
                                         "readv",
                                         "restart_syscall",
                                         "rseq",
                                         "rt_sigaction",
                                         "rt_sigprocmask",
                                         "rt_sigreturn",
                                         "sched_getaffinity",
                                         "sched_yield",
                                         "set_robust_list",
                                         "set_tid_address",
                                         "sigaltstack",
                                         "stat",
                                         "statfs",
                                         "statx",
                                         "sysinfo",
                                         "umask",
                                         "uname",
                                         "unlink",
                                         "unlinkat",
                                         "write",
                                         "writev"};

class Filter {
  public:
    Filter() : context_(seccomp_init(SCMP_ACT_ERRNO(EPERM)), seccomp_release) { must(context_ != nullptr, "seccomp_init"); }

    void allow(const char* name) {
        const int number = seccomp_syscall_resolve_name(name);
        if (number == __NR_SCMP_ERROR) return;  // this kind of processor has no such call
        done(seccomp_rule_add(context_.get(), SCMP_ACT_ALLOW, number, 0));
    }
    // Threads are fine, processes are not. clone3 hides its flags from the filter: without it glibc falls back to clone.
    void allow_threads_only() {
        const scmp_arg_cmp is_thread{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD};  // its first argument holds that flag
        done(seccomp_rule_add(context_.get(), SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, is_thread));
        done(seccomp_rule_add(context_.get(), SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0));
    }
    void load() { done(seccomp_load(context_.get())); }

  private:
    static void done(int result) {
        if (result < 0) fail(-result, "seccomp");
    }
    std::unique_ptr<void, decltype(&seccomp_release)> context_;
};

}  // namespace

void enter_cage(const Bounds& bounds) {
    must(prctl(PR_SET_PDEATHSIG, SIGKILL) == 0, "prctl");
    must(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "prctl");
    close_file_system();
    limit_resources(bounds);
    Filter filter;
    for (const auto* name : allowed_calls) filter.allow(name);
    filter.allow_threads_only();
    filter.load();
}

}  // namespace decode

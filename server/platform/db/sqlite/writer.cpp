#include "db/sqlite/writer.hpp"

#include <algorithm>

#include "db/errors.hpp"

namespace db::sqlite {

namespace {
constexpr std::size_t most_together = 128;  // bounds how long the first of them waits for the last
}  // namespace

Writer::Writer(Connect connect, IdSource& ids, const base::Clock& clock, Pulse& pulse)
    : connect_(std::move(connect)), ids_(ids), clock_(clock), pulse_(pulse), thread_([this] { serve(); }) {}

Writer::~Writer() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

void Writer::run(const Work& work) {
    Job job{.work = work, .failure = nullptr};
    std::unique_lock lock(mutex_);
    waiting_.push_back(&job);
    arrived_.notify_one();
    finished_.wait(lock, [&] { return job.done; });
    if (job.failure) std::rethrow_exception(job.failure);
}

void Writer::serve() {
    for (auto jobs = take_waiting(); !jobs.empty(); jobs = take_waiting()) {
        write_together(jobs);
        if (std::ranges::any_of(jobs, [](const Job* job) { return !job->failure; })) pulse_.beat();
        {
            const std::lock_guard lock(mutex_);
            for (Job* job : jobs) job->done = true;
        }
        finished_.notify_all();
    }
}

// Empty when there is nothing left to do.
std::vector<Writer::Job*> Writer::take_waiting() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [&] { return closing_ || !waiting_.empty(); });
    const auto count = static_cast<std::ptrdiff_t>(std::min(waiting_.size(), most_together));
    std::vector<Job*> jobs(waiting_.begin(), waiting_.begin() + count);
    waiting_.erase(waiting_.begin(), waiting_.begin() + count);
    return jobs;
}

// When a transaction cannot be kept as a whole (the disk is full), each job is tried alone: what fits is kept.
void Writer::write_together(std::span<Job* const> jobs) {
    if (try_together(jobs) || jobs.size() == 1) return;
    for (Job* const& job : jobs) {
        job->failure = nullptr;
        try_together({&job, 1});
    }
}

// False if nothing of it was kept; then every job has a failure.
bool Writer::try_together(std::span<Job* const> jobs) {
    try {
        if (!connection_ || !connection_->alive()) connection_ = connect_();
        connection_->script("BEGIN IMMEDIATE");
        for (Job* job : jobs) attempt(*job);
        connection_->script("COMMIT");
        return true;
    } catch (...) {
        for (Job* job : jobs) job->failure = std::current_exception();
        roll_back();
        return false;
    }
}

// Throws only if SQLite has given up the whole transaction.
void Writer::attempt(Job& job) {
    connection_->script("SAVEPOINT job");
    try {
        Tx tx(*connection_, ids_, clock_.now());
        const InsideWrite inside;
        job.work(tx);
    } catch (...) {
        if (!connection_->in_transaction()) throw;
        job.failure = std::current_exception();
        connection_->script("ROLLBACK TO job");
    }
    connection_->script("RELEASE job");
}

void Writer::roll_back() {
    try {
        if (connection_ && connection_->in_transaction()) connection_->script("ROLLBACK");
    } catch (const Error&) {
        connection_.reset();  // closing rolls back, too
    }
}

std::size_t Writer::waiting() const {
    const std::lock_guard lock(mutex_);
    return waiting_.size();
}

}  // namespace db::sqlite

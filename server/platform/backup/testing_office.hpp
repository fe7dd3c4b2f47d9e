#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "backup/backup.hpp"
#include "backup/testing.hpp"
#include "db/testing.hpp"
#include "files/files.hpp"
#include "journal/journal.hpp"
#include "journal/sealer.hpp"

namespace backup::testing {

namespace fs = std::filesystem;

inline constexpr base::PersonId officer{7};
inline constexpr db::Migration things{9000, "9000_things",
                                      "CREATE TABLE test_things (id INTEGER PRIMARY KEY, within_id INTEGER REFERENCES test_things (id),"
                                      " amount REAL, title TEXT NOT NULL, bytes BLOB) STRICT;"};
inline const Tell nobody = [](const backup::Progress&) {};

inline std::vector<db::Migration> all_migrations() {
    return db::together({journal::migrations(), jobs::migrations(), files::migrations(), migrations(), {&things, 1}});
}

// A folder of its own, gone afterwards.
class Folder {
  public:
    Folder() : path_(fs::temp_directory_path() / ("lomwong-backup-" + std::to_string(::getpid()) + "-" + std::to_string(++count_))) {
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] fs::path operator/(const char* name) const { return path_ / name; }
    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    static inline int count_ = 0;
    fs::path path_;
};

inline std::string png(char which) {
    using namespace std::string_literals;
    return "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\x10\0\0\0\x10\x08\x02\0\0\0\0\0\0\0"s + which;
}

// A picture that does not get smaller in an archive, another one each time.
inline std::string noise(std::size_t size) {
    static std::mt19937 dice(1);
    auto picture = png('n');
    while (picture.size() < size) picture += static_cast<char>(dice());
    return picture;
}

// An installation with something of everything in it.
class Office {
  public:
    explicit Office(db::Engine engine) : database(engine, {all_migrations()}) {
        write_thing("หนึ่ง\tสอง\n");
        write_thing("");
        for (const char which : {'a', 'b'}) keep(png(which));
        std::ofstream(folder / "lomwong.toml") << "port = 8123\n";
        std::ofstream(folder / "sign-in.key") << "a key";
        journal::seal(*database);
    }

    void write_thing(const std::string& title) {
        using namespace std::string_literals;
        database->write([&](db::Tx& tx) {
            const auto id = tx.new_id<base::Id<struct ThingTag>>();
            tx.run("INSERT INTO test_things (id, within_id, amount, title, bytes) VALUES ($1, $1, $2, $3, $4)", id, 0.1, title,
                   db::Blob{"\0\xff"s});
            journal::record(tx, officer, "test.written", {id, 1, title});
        });
    }

    void keep(const std::string& bytes) {
        const auto content = std::get<files::Content>(store().keep(bytes));
        database->write([&](db::Tx& tx) { files::add(tx, officer, content, "picture.png"); });
    }

    files::Store store() { return files::Store(folder / "files"); }
    Place place() { return {database.address(), folder.path(), "0.1.0", all_migrations(), settings}; }
    Made make() { return backup::make(place(), archive(), database->now(), nobody); }
    fs::path archive() { return folder / "made" / "one.tar.zst"; }

    Folder folder;
    fs::path settings;  // in force, where they are not in the folder
    db::testing::Fresh database;
};

// An empty one, for what comes back.
class Empty {
  public:
    explicit Empty(db::Engine engine) {
        if (engine == db::Engine::postgres) database_.emplace(engine, std::vector<std::span<const db::Migration>>{});
    }
    Place place() {
        const db::Address embedded{db::Engine::sqlite, (folder / "lomwong.sqlite").string()};
        return {database_ ? database_->address() : embedded, folder.path(), "0.1.0", all_migrations()};
    }
    bool is_empty() { return db::is_empty(place().database) && !fs::exists(folder / "lomwong.sqlite") && !fs::exists(folder / "files"); }

    Folder folder;

  private:
    std::optional<db::testing::Fresh> database_;
};

inline std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string key_of(const std::function<void()>& refused) {
    try {
        refused();
    } catch (const Refused& why) {
        return std::string(why.key());
    }
    return "not refused";
}

inline void expect_equal(Office& office, Empty& other) {
    EXPECT_EQ(rows_of(office.place().database), rows_of(other.place().database));
    const files::Store store(other.folder / "files");
    EXPECT_EQ(store.list().size(), office.store().list().size());
    for (const auto& hash : office.store().list()) EXPECT_EQ(bytes_of(store.path(hash)), bytes_of(office.store().path(hash)));
    EXPECT_EQ(bytes_of(other.folder / "lomwong.toml"), "port = 8123\n");
    EXPECT_EQ(bytes_of(other.folder / "sign-in.key"), "a key");
    EXPECT_FALSE(fs::exists(other.folder / ".restoring"));
}

}  // namespace backup::testing

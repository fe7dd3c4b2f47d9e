#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "app/commands/commands.hpp"
#include "app/wiring.hpp"

// Who may sign in, from the command line.
namespace app {

namespace {

// What is typed is not shown while this lives.
class Unseen {
  public:
    Unseen() {
        if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
        termios unseen = before_;
        unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        changed_ = ::tcsetattr(STDIN_FILENO, TCSANOW, &unseen) == 0;
    }
    ~Unseen() {
        if (changed_) ::tcsetattr(STDIN_FILENO, TCSANOW, &before_);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;

  private:
    termios before_{};
    bool changed_ = false;
};

std::string read_password() {
    std::string password;
    const bool at_terminal = ::isatty(STDIN_FILENO) != 0;
    if (at_terminal) std::cerr << "Password: " << std::flush;
    {
        const Unseen unseen;
        std::getline(std::cin, password);
    }
    if (at_terminal) std::cerr << '\n';
    return password;
}

}  // namespace

int add_user(const Config& config, const NewUser& user) {
    Installation installation{config};
    installation.bring_up_to_date();
    const auto password = read_password();
    auth::add_account(*installation.database, installation.auth, {user.name, user.login, password, user.administrator});
    std::cout << auth::fold_login(user.login) << " may sign in\n";
    return 0;
}

int invite_user(const Config& config, const NewUser& user) {
    Installation installation{config};
    installation.bring_up_to_date();
    const auto known = auth::find_account(*installation.database->read(), auth::fold_login(user.name));
    const auto token = installation.database->write([&](db::Tx& tx) {
        const auto person = known ? known->person_id : installation.auth.persons.add(tx, user.name);
        return auth::insert_invitation(tx, {person, {}, user.administrator, {}});
    });
    std::cout << config.origin() << auth::invitation_path(token) << '\n';
    return 0;
}

int set_user_password(const Config& config, const std::string& login) {
    Installation installation{config};
    installation.bring_up_to_date();
    const auto password = read_password();
    auth::change_password(*installation.database, installation.auth, login, password);
    std::cout << "changed; all sessions of " << login << " have ended\n";
    return 0;
}

int drop_second_step(const Config& config, const std::string& login) {
    Installation installation{config};
    installation.bring_up_to_date();
    const bool dropped = auth::drop_second_step(*installation.database, installation.auth, login);
    std::cout << login << (dropped ? " signs in with the password alone; all sessions have ended\n" : " has no second step\n");
    return 0;
}

int list_users(const Config& config) {
    Installation installation{config};
    installation.bring_up_to_date();
    auto lease = installation.database->read();
    for (const auto& account : auth::list_accounts(*lease))
        std::cout << fmt::format("{:24} {:30} {}{}\n", account.login, account.email.value_or(""),
                                 installation.auth.persons.called(*lease, account.person_id).name,
                                 account.administrator ? "  (administrator)" : "");
    return 0;
}

}  // namespace app

#include <sodium.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <csignal>
#include <iostream>
#include <stdexcept>
#include <thread>

#include "app/commands/commands.hpp"
#include "app/log.hpp"
#include "app/web_pack.hpp"
#include "app/wiring.hpp"
#include "http/api_page.hpp"
#include "http/site.hpp"

namespace app {

namespace {

// Each connection is a descriptor; the usual soft limit of 1024 would be the first thing to break.
void raise_descriptor_limit() {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

// SIGTERM and SIGINT come to the thread that waits for them here, and nowhere else. Built before any other thread.
class StopSignals {
  public:
    StopSignals() {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGTERM);
        sigaddset(&signals_, SIGINT);
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
        std::signal(SIGPIPE, SIG_IGN);
    }
    void wait() const {
        int signal = 0;
        sigwait(&signals_, &signal);
    }

  private:
    sigset_t signals_{};
};

http::ServerOptions server_options(const Config& config) {
    http::ServerOptions options;
    options.address = config.address;
    options.port = config.port;
    options.workers = config.workers;
    options.network_threads = config.network_threads;
    options.proxy = config.behind_proxy;
    options.visitor_connections = config.visitor_connections;
    options.spool = config.data / "spool";
    std::filesystem::create_directories(options.spool);
    return options;
}

http::PageFrame frame_of(const http::Assets& assets) {
    const auto index = assets.plain("/index.html");
    return index.empty() ? http::PageFrame::plain() : http::PageFrame{index, http::Preloads{assets.plain("/preloads.txt")}};
}

// What account providers say of roles here, after the configuration may have changed.
void settle_roles(Installation& installation) {
    auth::forget_roles_of_others(*installation.database, installation.sign_on);
    for (const auto& rule : auth::list_lost_rules(*installation.database->read(), installation.sign_on))
        installation.log->warn("sign_on.{}: there is no {}; nobody gets a role there", rule.provider, rule.at);
}

}  // namespace

int serve(const Config& config) {
    raise_descriptor_limit();
    const StopSignals stop_signals;
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");

    Installation installation{config};
    installation.bring_up_to_date();
    settle_roles(installation);
    const http::Assets assets{web_pack()};
    auto frame = frame_of(assets);
    installation.services.equipment.add(frame);
    http::Router router;
    add_routes(router);
    http::ApiContract contract{router, LOMWONG_VERSION};
    installation.services.equipment.add(contract);
    http::Site site{{router, installation.services, assets, frame, installation.log, make_access_log(config)}};
    http::Server server{server_options(config), site};
    site.watch(server);
    const Running running{installation};

    installation.log->info("listening on http://{}:{} with {} files of the web app", config.address, server.port(), assets.size());
    if (installation.machine.paper_font().empty()) installation.log->warn("no font for papers: apt install fonts-tlwg-laksaman-ttf");
    if (config.backup_folder.empty())
        installation.log->warn("nothing is backed up by itself: set backup_folder, see lomwong backup --help");
    if (const auto path = auth::invite_first_administrator(*installation.database, installation.auth))
        installation.log->info("nobody looks after this installation yet: open http://{}:{}{}", config.address, server.port(), *path);
    std::thread stopper{[&] {
        stop_signals.wait();
        installation.log->info("stopping when what has begun is finished");
        server.stop();
    }};
    server.run();
    stopper.join();
    spdlog::shutdown();
    return 0;
}

}  // namespace app

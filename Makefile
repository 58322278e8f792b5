# Everything about ropewalk from one place; `make` says what there is.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help learn test build engine engine-down lint fmt prove picture bench clean

dist := target/ropewalk
stamp := target/built
cache := target/trained
# A folder for the variable DOCKER_CONFIG, with the compose plugin and nothing else: buildx would take `docker build` over.
compose := target/compose-client
# Folders too: a file that is gone is a change.
sources := pom.xml LICENSE README.md $(shell find src/main lessons checks files images course.yaml bin) tools/jdk

help: ## Say what there is.
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|'

learn: engine build ## Set up what is missing, then open the course.
	@exec $(dist)/bin/ropewalk

test: engine packages build test-images test-plugins ## Set up what is missing, then build and test everything, on the real engine too.
	@tools/mvn --quiet -f bench/pom.xml compile
	@echo 'Test: mvn verify.'
	@tools/mvn verify

build: $(cache) ## Build target/ropewalk, the whole distribution, if the sources are newer.

$(stamp): $(sources)
	@echo 'Build target/ropewalk.'
	@rm -rf $@ $(dist)
	@tools/mvn --quiet package -Dmaven.test.skip
	@touch $@

$(cache): $(stamp) tools/train
	@echo 'Train the ahead-of-time cache.'
	@if tools/train $(dist); then touch $@; fi

.PHONY: soak
soak: engine packages build ## Kill ropewalk a thousand times in the middle of lines, and see that nothing is lost (about an hour).
	@tools/mvn verify -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=KillSoakIT -Dkills=$(or $(kills),1000)

engine: ## Use the engine that answers, or install and start one.
	@line=$$(engine/status) && [[ $$line != *'ours is pid'*'no lesson registry'* ]] || engine/up

engine-down: ## Stop the engine that `make engine` started.
	@engine/down

.PHONY: test-images
test-images: engine
	@docker image inspect postgres >/dev/null 2>&1 || docker pull --quiet postgres 2>/dev/null || engine/images --load postgres

# Without them the tests of compose and buildx are skipped, and so is the lesson on compose.
.PHONY: test-plugins
test-plugins: engine
	@if plugins=$$(engine/plugins); then \
	  mkdir -p $(compose)/cli-plugins && cp -u "$$plugins/docker-compose" $(compose)/cli-plugins/; \
	fi

.PHONY: packages
packages:
	@tools/packages tmux:tmux locale-gen:locales curl:curl script:bsdutils
	@tools/packages zsh:zsh fish:fish || echo 'Without them the tests of these shells are skipped.'
	@tools/packages sbatch:slurm-client slurmctld:slurmctld slurmd:slurmd munged:munge || echo 'Without them the test of Slurm is skipped.'

lint: ## Check the form of the sources and the scripts, without tests.
	@tools/packages shellcheck:shellcheck
	@echo 'Lint: shellcheck, spotless, Error Prone.'
	@shellcheck --norc --exclude=SC2016 bin/ropewalk tools/[a-z]* bench/startup bench/judge bench/recorder bench/prompt bench/grade .ci/run
	@cd engine && shellcheck -x ../src/main/resources/dev/ropewalk/sandbox/start.sh up down status images plugins build.sh lib.sh recipes/*.sh
	@tools/mvn --quiet test-compile

fmt: ## Format the Java sources.
	@echo 'Format the Java sources.'
	@tools/mvn --quiet spotless:apply

prove: engine build test-plugins ## Prove the whole course in private engines, and write docs/proof.md.
	@echo 'Prove the course.'
	@DOCKER_CONFIG=$(abspath $(compose)) $(dist)/bin/ropewalk author prove --course . --page docs/proof.md

.PHONY: learners
learners: engine packages build test-images test-plugins ## Play the whole course by learners in real terminals, one of whom makes every mistake (about two hours).
	@tools/mvn verify -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false -Dit.test='Every*IT' -Dropewalk.proof.all=true

picture: engine packages build ## Draw docs/session.svg and docs/watch.svg from real sessions.
	@echo 'Draw docs/session.svg and docs/watch.svg.'
	@tools/picture

bench: ## Measure the start, the prompt, and what judging a step, recording commands and Enter cost.
	@bench/startup
	@bench/judge
	@bench/recorder
	@bench/prompt
	@bench/enter

clean: ## Remove target/.
	@echo 'Remove target/.'
	@rm -rf target

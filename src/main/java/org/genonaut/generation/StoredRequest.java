package org.genonaut.generation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigInteger;
import java.time.Instant;
import java.util.UUID;
import org.genonaut.account.AccountId;
import org.genonaut.generation.recipe.GenerationParameters;
import org.genonaut.generation.recipe.RecipeJson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A request as it is first written; what becomes of it is the queue's to write. */
@Entity
@Table(name = "generation_request")
class StoredRequest implements Persistable<UUID> {

    @Id
    private UUID id = new UUID(0, 0);

    private UUID accountId = new UUID(0, 0);
    private String prompt = "";
    private String negativePrompt = "";
    private String checkpointModel = "";
    private String loraModels = "";
    private int width;
    private int height;
    private int batchSize;
    private int batchCount;

    @Column(columnDefinition = "bigint unsigned")
    private BigInteger seed = BigInteger.ZERO;

    private int steps;
    private double cfg;
    private String samplerName = "";
    private String scheduler = "";
    private double denoise;
    private String parameters = "";
    private String status = GenerationStatus.PENDING.word();
    private Instant createdAt = Instant.EPOCH;
    private Instant updatedAt = Instant.EPOCH;

    @Transient
    private boolean stored;

    protected StoredRequest() {}

    StoredRequest(GenerationId id, AccountId account, GenerationParameters recipe, Instant now) {
        this.id = id.value();
        this.accountId = account.value();
        this.prompt = recipe.prompt();
        this.negativePrompt = recipe.negativePrompt();
        this.checkpointModel = recipe.checkpointModel();
        this.loraModels = RecipeJson.writeLoras(recipe);
        this.width = recipe.width();
        this.height = recipe.height();
        this.batchSize = recipe.batchSize();
        this.batchCount = recipe.batchCount();
        var sampling = recipe.samplerParams();
        this.seed = sampling.seed().value();
        this.steps = sampling.steps();
        this.cfg = sampling.cfg();
        this.samplerName = sampling.samplerName();
        this.scheduler = sampling.scheduler();
        this.denoise = sampling.denoise();
        this.parameters = RecipeJson.write(recipe);
        this.createdAt = now;
        this.updatedAt = now;
    }

    @Override
    public @Nullable UUID getId() {
        return id;
    }

    /** We choose the id, so only this tells an insert from an update. */
    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void nowStored() {
        stored = true;
    }

    AccountId account() {
        return new AccountId(accountId);
    }

    int batchSize() {
        return batchSize;
    }
}
